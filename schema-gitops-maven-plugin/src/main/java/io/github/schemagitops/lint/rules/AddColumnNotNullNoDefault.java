package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a new column that old rows and old inserts have no value for. */
public final class AddColumnNotNullNoDefault implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "add-column-not-null-no-default",
        "A NOT NULL column without a default fails as soon as the table holds a row.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return AddedColumns.of(step)
        .filter(add -> lacksValues(add.action().column()))
        .filter(add -> !isEmptied(step, add.table()))
        .map(add -> finding(step, add.table(), add.action()));
  }

  private static boolean lacksValues(ColumnDefinition column) {
    return column.notNull()
        && column.generation().isEmpty()
        && column.defaultValue().filter(value -> !value.strip().equalsIgnoreCase("null")).isEmpty();
  }

  /** True when the file takes all rows away before. */
  private static boolean isEmptied(Step step, QualifiedName table) {
    QualifiedName full = step.schema().resolve(table);
    return step.before().stream()
        .map(Part::statement)
        .anyMatch(
            statement ->
                statement instanceof Dml dml
                    && (dml.kind() == Dml.Kind.TRUNCATE || dml.kind() == Dml.Kind.DELETE)
                    && dml.rows() == Dml.Rows.ALL
                    && dml.tables().stream().map(step.schema()::resolve).anyMatch(full::equals));
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.AddColumn add) {
    String column = QualifiedName.quoted(add.column().name());
    return step.finding(
        this,
        add.span(),
        table,
        "adding %s fails as soon as %s holds a row: it would be null there"
            .formatted(AddedColumns.name(table, add.column().name()), table),
        "no row gets a value, and an INSERT that does not name %s, as the application version still running writes it, fails"
            .formatted(column),
        "write %s %s DEFAULT … NOT NULL; or add it nullable, fill it in batches, and SET NOT NULL in a later release"
            .formatted(column, add.column().type()));
  }
}
