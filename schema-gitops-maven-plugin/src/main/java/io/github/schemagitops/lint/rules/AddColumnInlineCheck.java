package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a check written at a new column, which every row is read for. */
public final class AddColumnInlineCheck implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-column-inline-check",
            "A check written at a new column reads every row while nobody can read or write the table.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.SCAN, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return AddedColumns.of(step).flatMap(add -> check(step, add.table(), add.action()).stream());
  }

  private Optional<Finding> check(Step step, QualifiedName table, AlterAction.AddColumn add) {
    return AddedColumns.constraints(add.column(), Constraint.Check.class)
        .filter(check -> !check.notValid())
        .findFirst()
        .map(check -> finding(step, table, add, check));
  }

  private Finding finding(
      Step step, QualifiedName table, AlterAction.AddColumn add, Constraint.Check check) {
    String name =
        check
            .name()
            .map(QualifiedName::quoted)
            .orElseGet(() -> AddedColumns.named(table, add.column().name(), "check"));
    return step.finding(
        this,
        add.span(),
        table,
        "adding %s with its check reads every row of %s, and nobody can read or write it meanwhile"
            .formatted(AddedColumns.name(table, add.column().name()), table),
        AddedColumns.lock(table),
        "add the column alone, then write ALTER TABLE %1$s ADD CONSTRAINT %2$s CHECK (%3$s) NOT VALID; and in a later migration ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s;"
            .formatted(table, name, AddedColumns.oneLine(check.expression())));
  }
}
