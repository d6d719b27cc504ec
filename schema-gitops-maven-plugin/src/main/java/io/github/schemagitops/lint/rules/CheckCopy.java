package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.stream.Stream;

/** Flags a check that is verified by a copy of the table. */
public final class CheckCopy implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "check-copy", "Adding a check copies the table and blocks writes meanwhile.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> constraints =
        step.alterations(AlterAction.AddConstraint.class)
            .flatMap(it -> check(step, it.table(), it.action().constraint(), it.action().span()));
    Stream<Finding> columns =
        step.alterations(AlterAction.AddColumn.class)
            // MariaDB needs no copy for the check of a new column.
            .filter(it -> step.database() == Database.MYSQL)
            .flatMap(
                it ->
                    it.action().column().constraints().stream()
                        .flatMap(c -> check(step, it.table(), c, it.action().span())));
    return Stream.concat(constraints, columns);
  }

  private Stream<Finding> check(Step step, QualifiedName table, Constraint constraint, Span span) {
    return constraint instanceof Constraint.Check && !constraint.notValid()
        ? AlterAlgorithm.copy(step).found(this, step, span, table, "adding a check", help(step))
        : Stream.of();
  }

  private static String help(Step step) {
    return step.database() == Database.MYSQL
        ? "add it NOT ENFORCED, which is INSTANT and documents the rule, and let the application or a trigger keep it; or "
            + AlterAlgorithm.TOOL
        : AlterAlgorithm.TOOL;
  }
}
