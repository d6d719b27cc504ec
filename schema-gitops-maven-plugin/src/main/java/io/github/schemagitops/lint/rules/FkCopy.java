package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.stream.Stream;

/** Flags a foreign key that is verified by a copy of the table. */
public final class FkCopy implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "fk-copy", "Adding a foreign key copies the table and blocks writes meanwhile.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    if (ForeignKeyChecks.areOff(step)) {
      return Stream.of();
    }
    boolean ignored = InlineKeys.areIgnored(step);
    Stream<Finding> constraints =
        step.alterations(AlterAction.AddConstraint.class)
            .filter(it -> !ignored || !InlineKeys.isInline(step, it.action()))
            .flatMap(it -> check(step, it.table(), it.action().constraint(), it.action().span()));
    Stream<Finding> columns =
        step.alterations(AlterAction.AddColumn.class)
            .filter(it -> !ignored)
            .flatMap(
                it ->
                    it.action().column().constraints().stream()
                        .flatMap(c -> check(step, it.table(), c, it.action().span())));
    return Stream.concat(constraints, columns);
  }

  private Stream<Finding> check(Step step, QualifiedName table, Constraint constraint, Span span) {
    return constraint instanceof Constraint.ForeignKey key
        ? AlterAlgorithm.copy(step)
            .found(
                this,
                step,
                span,
                table,
                "adding a foreign key to %s".formatted(key.references()),
                "look for rows without a parent, then add the key between SET SESSION foreign_key_checks = 0 and = 1: that copies nothing, and verifies nothing; or "
                    + AlterAlgorithm.TOOL)
        : Stream.of();
  }
}
