package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flags a primary key whose numbers run out. */
public final class PreferBigintPk implements Rule {

  private static final Set<String> SHORT =
      Set.of("integer", "int", "smallint", "mediumint", "tinyint");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "prefer-bigint-pk",
            "A primary key shorter than bigint runs out of numbers, and then every INSERT fails.")
        .everywhere()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> written =
        NewColumn.of(step)
            .filter(column -> isShort(column.type()) && isKey(step, column))
            .map(
                column ->
                    finding(step, column.table(), column.name(), column.type(), column.span()));
    Stream<Finding> added =
        step.alterations(AlterAction.AddConstraint.class)
            .filter(add -> step.createdInThisChange(add.table()))
            .flatMap(
                add ->
                    onlyColumn(add.action().constraint()).stream()
                        .flatMap(
                            column ->
                                step.schema().columnType(add.table(), column).stream()
                                    .filter(PreferBigintPk::isShort)
                                    .map(
                                        type ->
                                            finding(
                                                step,
                                                add.table(),
                                                column,
                                                type,
                                                add.action().span()))));
    return Stream.concat(written, added);
  }

  private static boolean isShort(DataType type) {
    return SHORT.contains(type.name().replace(" unsigned", ""));
  }

  private static boolean isKey(Step step, NewColumn column) {
    Stream<Constraint> beside =
        step.statement(CreateTable.class).flatMap(table -> table.constraints().stream());
    return Stream.concat(beside, column.definition().constraints().stream())
        .anyMatch(constraint -> onlyColumn(constraint).equals(Optional.of(column.name())));
  }

  /** The parts of a longer key mostly refer to other keys: their length is decided there. */
  private static Optional<String> onlyColumn(Constraint constraint) {
    return constraint instanceof Constraint.Unique key && key.primary() && key.columns().size() == 1
        ? Optional.of(key.columns().get(0))
        : Optional.empty();
  }

  private Finding finding(Step step, QualifiedName table, String name, DataType type, Span span) {
    String column = table + "." + QualifiedName.quoted(name);
    return step.finding(
        this,
        span,
        table,
        "the primary key %s is %s: when its numbers run out, every INSERT fails"
            .formatted(column, type),
        "the way to bigint rewrites the table, and every table that refers to it",
        "write bigint");
  }
}
