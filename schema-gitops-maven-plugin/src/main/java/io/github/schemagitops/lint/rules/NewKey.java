package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.KnownSchema;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A foreign key that a statement makes.
 *
 * @param table the referring table, as written
 * @param key the key
 * @param written where it is written
 * @param span the words to point at
 */
record NewKey(QualifiedName table, Constraint.ForeignKey key, Written written, Span span) {

  /** Where a key is written. */
  enum Written {
    NEW_TABLE,
    NEW_COLUMN,
    CONSTRAINT
  }

  /** All keys that the statement of a step makes. */
  static Stream<NewKey> of(Step step) {
    boolean leftAlone =
        step.statement(CreateTable.class)
            .anyMatch(c -> c.how().ifNotExists() && step.schema().table(c.name()).isPresent());
    return leftAlone ? Stream.of() : of(step.statement());
  }

  static Stream<NewKey> of(Statement statement) {
    if (statement instanceof CreateTable create) {
      return Stream.concat(
              create.columns().stream().flatMap(column -> column.constraints().stream()),
              create.constraints().stream())
          .flatMap(c -> of(create.name(), c, Written.NEW_TABLE, create.span()));
    }
    return statement instanceof AlterTable alter
        ? alter.actions().stream().flatMap(action -> of(alter.table(), action))
        : Stream.of();
  }

  private static Stream<NewKey> of(QualifiedName table, AlterAction action) {
    if (action instanceof AlterAction.AddConstraint add) {
      return of(table, add.constraint(), Written.CONSTRAINT, add.span());
    }
    return action instanceof AlterAction.AddColumn add
        ? add.column().constraints().stream()
            .flatMap(c -> of(table, c, Written.NEW_COLUMN, add.span()))
        : Stream.of();
  }

  private static Stream<NewKey> of(
      QualifiedName table, Constraint constraint, Written written, Span span) {
    return constraint instanceof Constraint.ForeignKey key
        ? Stream.of(new NewKey(table, key, written, span))
        : Stream.of();
  }

  /** The table that it refers to, when that is another one and older than the change. */
  Optional<QualifiedName> olderParent(KnownSchema schema) {
    boolean older =
        !schema.isNew(key.references())
            && !schema.resolve(key.references()).equals(schema.resolve(table));
    return older ? Optional.of(key.references()) : Optional.empty();
  }

  /** The older tables that some keys refer to, each once, as written. */
  static List<QualifiedName> olderParents(KnownSchema schema, Stream<NewKey> keys) {
    List<QualifiedName> parents = new ArrayList<>();
    keys.flatMap(key -> key.olderParent(schema).stream())
        .filter(
            parent ->
                parents.stream()
                    .noneMatch(other -> schema.resolve(other).equals(schema.resolve(parent))))
        .forEach(parents::add);
    return parents;
  }

  /** The older tables that keys refer to which this transaction has made before this statement. */
  static List<QualifiedName> earlierParents(Step step) {
    return olderParents(
        step.schema(), step.earlierInTransaction().stream().flatMap(part -> of(part.statement())));
  }

  /** The referring columns, as SQL needs them. */
  String columns() {
    return key.columns().stream().map(QualifiedName::quoted).collect(Collectors.joining(", "));
  }
}
