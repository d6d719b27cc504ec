package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Stream;

/** Flags a new column that numbers the rows of a table in use. */
public final class AddColumnAutoIncrement implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-column-auto-increment",
            "A serial or identity column numbers every row while nobody can read or write the table.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return AddedColumns.of(step)
        .filter(
            add ->
                add.action()
                    .column()
                    .generation()
                    .filter(how -> how == Generation.SERIAL || how == Generation.IDENTITY)
                    .isPresent())
        .map(add -> finding(step, add.table(), add.action()));
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.AddColumn add) {
    String column = QualifiedName.quoted(add.column().name());
    String sequence = AddedColumns.named(table, add.column().name(), "seq");
    return step.finding(
        this,
        add.span(),
        table,
        "adding %s numbers every row of %s, and nobody can read or write it meanwhile"
            .formatted(AddedColumns.name(table, add.column().name()), table),
        AddedColumns.lock(table),
        "write CREATE SEQUENCE %1$s; ALTER TABLE %2$s ADD COLUMN %3$s %4$s; ALTER TABLE %2$s ALTER COLUMN %3$s SET DEFAULT nextval('%1$s'); and number the old rows in batches"
            .formatted(sequence, table, column, add.column().type()));
  }
}
