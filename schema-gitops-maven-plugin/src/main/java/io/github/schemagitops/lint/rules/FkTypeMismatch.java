package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Flags a foreign key whose columns are of other types than those they refer to. */
public final class FkTypeMismatch implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "fk-type-mismatch",
        "A foreign key between columns of different types fails, overflows, or cannot use an index.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewKey.of(step).flatMap(key -> check(step, key));
  }

  private Stream<Finding> check(Step step, NewKey key) {
    List<String> referenced = referenced(step, key);
    List<String> columns = key.key().columns();
    return referenced.size() != columns.size()
        ? Stream.of()
        : IntStream.range(0, columns.size())
            .boxed()
            .flatMap(i -> check(step, key, columns.get(i), referenced.get(i)).stream());
  }

  private Optional<Finding> check(Step step, NewKey key, String column, String referenced) {
    Optional<DataType> child = type(step, key.table(), column);
    Optional<DataType> parent = type(step, key.key().references(), referenced);
    if (child.isEmpty() || parent.isEmpty()) {
      return Optional.empty();
    }
    return switch (KeyTypes.compare(child.get(), parent.get())) {
      case FIT, UNKNOWN -> Optional.empty();
      case NARROW ->
          Optional.of(
              finding(step, key, column, child.get(), parent.get(), "does not hold every value"));
      case CAST ->
          Optional.of(
              finding(
                  step,
                  key,
                  column,
                  child.get(),
                  parent.get(),
                  "is converted for every comparison, for which no index helps"));
      case FAIL ->
          Optional.of(
              finding(
                      step,
                      key,
                      column,
                      child.get(),
                      parent.get(),
                      "cannot be compared, so the migration fails")
                  .as(Severity.ERROR));
    };
  }

  /** The columns that a key refers to: those it names, or the parent's primary key. */
  private static List<String> referenced(Step step, NewKey key) {
    if (!key.key().referenced().isEmpty()) {
      return key.key().referenced();
    }
    QualifiedName parent = step.schema().resolve(key.key().references());
    Stream<Constraint> own =
        step.statement(CreateTable.class)
            .filter(create -> step.schema().resolve(create.name()).equals(parent))
            .flatMap(
                create ->
                    Stream.concat(
                        create.constraints().stream(),
                        create.columns().stream().flatMap(c -> c.constraints().stream())));
    return own.flatMap(c -> c instanceof Constraint.Unique u ? Stream.of(u) : Stream.of())
        .filter(Constraint.Unique::primary)
        .findFirst()
        .or(() -> step.schema().table(parent).flatMap(Relation::primaryKey))
        .map(Constraint.Unique::columns)
        .orElse(List.of());
  }

  /** A column's type when the statement has run. */
  private static Optional<DataType> type(Step step, QualifiedName table, String column) {
    QualifiedName full = step.schema().resolve(table);
    Stream<ColumnDefinition> created =
        step.statement(CreateTable.class)
            .filter(create -> step.schema().resolve(create.name()).equals(full))
            .flatMap(create -> create.columns().stream());
    Stream<ColumnDefinition> added =
        step.alterations(AlterAction.AddColumn.class)
            .filter(add -> step.schema().resolve(add.table()).equals(full))
            .map(add -> add.action().column());
    return Stream.concat(created, added)
        .filter(definition -> definition.name().equals(column))
        .map(ColumnDefinition::type)
        .findFirst()
        .or(() -> step.schema().columnType(table, column));
  }

  private Finding finding(
      Step step, NewKey key, String column, DataType child, DataType parent, String harm) {
    String name = QualifiedName.quoted(column);
    return step.finding(
        this,
        key.span(),
        key.table(),
        "%s.%s is %s and refers to %s in %s: it %s"
            .formatted(key.table(), name, child, parent, key.key().references(), harm),
        "%s refers to %s".formatted(child, parent),
        "give %s the type %s".formatted(name, parent));
  }
}
