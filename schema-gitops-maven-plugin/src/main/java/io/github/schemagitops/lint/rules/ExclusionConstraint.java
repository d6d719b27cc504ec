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
import java.util.stream.Stream;

/** Flags an exclusion constraint on a table in use. */
public final class ExclusionConstraint implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "exclusion-constraint",
            "An exclusion constraint builds its index while nobody can read or write the table.")
        .seenAs(Harm.of(Blocks.WRITES, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AddConstraint.class)
        .filter(add -> !step.createdInThisChange(add.table()))
        .filter(add -> add.action().constraint() instanceof Constraint.Exclusion)
        .map(add -> finding(step, add.table(), add.action()));
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.AddConstraint add) {
    return step.finding(
        this,
        add.span(),
        table,
        "adding an exclusion constraint builds its index on %s, and nobody can read or write it meanwhile"
            .formatted(table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "plan a maintenance window, or fill a new table that has the constraint and swap the names: PostgreSQL knows neither NOT VALID nor USING INDEX for it");
  }
}
