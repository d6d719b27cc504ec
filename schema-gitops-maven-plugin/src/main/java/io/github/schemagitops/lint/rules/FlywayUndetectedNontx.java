package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags statements that need a file without a transaction, which Flyway does not notice. */
public final class FlywayUndetectedNontx implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "flyway-undetected-nontx",
        "PostgreSQL refuses this statement in a transaction, and Flyway, which does not know it, opens one.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    // In a block no file can help: concurrently-in-transaction says so.
    boolean unnoticed =
        step.runsInTransaction() && step.source().transactional() && !step.insideBlock();
    return unnoticed && Concurrent.refusesTransaction(step)
        ? Stream.of(finding(step))
        : Stream.of();
  }

  private Finding finding(Step step) {
    return step.finding(
            this,
            step.statement().span(),
            "PostgreSQL refuses this statement in a transaction (25001), and Flyway runs this file in one",
            "the deployment fails here",
            "put it alone into its file, and write executeInTransaction=false to %s.conf: Flyway does not know this statement and needs to be told"
                .formatted(step.migration().fileName()))
        .fixedBy(fix(step));
  }

  private static Optional<Fix> fix(Step step) {
    return step.isAlone()
        ? Optional.of(
            new Fix(
                "run the file without a transaction",
                List.of(),
                List.of(step.withoutTransaction())))
        : Optional.empty();
  }
}
