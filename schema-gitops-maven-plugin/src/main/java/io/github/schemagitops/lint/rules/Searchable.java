package io.github.schemagitops.lint.rules;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Indexes and keys that a statement makes. */
final class Searchable {

  private Searchable() {}

  /** The table whose indexes a statement may change. */
  static Optional<QualifiedName> table(Statement statement) {
    if (statement instanceof CreateIndex index) {
      return Optional.of(index.table());
    }
    if (statement instanceof CreateTable create) {
      return Optional.of(create.name());
    }
    return statement instanceof AlterTable alter ? Optional.of(alter.table()) : Optional.empty();
  }

  /** Everything that rows can be found by from then on. */
  static Stream<IndexDefinition> madeBy(Statement statement) {
    if (statement instanceof CreateIndex index) {
      return Stream.of(index.index());
    }
    if (statement instanceof CreateTable create) {
      return Stream.of(
              create.indexes().stream(),
              keys(create.constraints().stream()),
              keys(create.columns().stream().flatMap(column -> column.constraints().stream())))
          .flatMap(made -> made);
    }
    return statement instanceof AlterTable alter
        ? alter.actions().stream().flatMap(Searchable::madeBy)
        : Stream.of();
  }

  private static Stream<IndexDefinition> madeBy(AlterAction action) {
    if (action instanceof AlterAction.AddIndex add) {
      return Stream.of(add.index());
    }
    if (action instanceof AlterAction.AddConstraint add) {
      return keys(Stream.of(add.constraint()));
    }
    return action instanceof AlterAction.AddColumn add
        ? keys(add.column().constraints().stream())
        : Stream.of();
  }

  private static Stream<IndexDefinition> keys(Stream<Constraint> constraints) {
    return constraints.flatMap(
        constraint ->
            constraint instanceof Constraint.Unique key
                ? Stream.of(
                    new IndexDefinition(key.name(), key.columns(), true, Optional.empty(), false))
                : Stream.of());
  }
}
