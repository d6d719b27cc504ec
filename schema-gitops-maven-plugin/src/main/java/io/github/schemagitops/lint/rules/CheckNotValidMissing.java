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

/** Flags a check that reads all existing rows while the table is locked. */
public final class CheckNotValidMissing implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "check-not-valid-missing",
            "Adding a check without NOT VALID reads every row while nobody can read or write the table.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AddConstraint.class)
        .filter(add -> !step.createdInThisChange(add.table()))
        .filter(add -> add.action().constraint() instanceof Constraint.Check)
        .filter(add -> !add.action().constraint().notValid())
        .map(add -> finding(step, add.table(), add.action()));
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.AddConstraint add) {
    String name = QualifiedName.quoted(step.schema().constraintName(table, add.constraint()));
    return step.finding(
            this,
            add.span(),
            table,
            "adding the check %s reads every row of %s, and nobody can read or write it meanwhile"
                .formatted(name, table),
            "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
            "write NOT VALID behind it, and in a later migration ALTER TABLE %s VALIDATE CONSTRAINT %s; which reads the rows while others work"
                .formatted(table, name))
        .fixedBy(step.append(add.span(), " NOT VALID", "add the check NOT VALID"));
  }
}
