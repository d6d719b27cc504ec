package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags concurrent work that waits for Flyway's own transaction, and so for ever. */
public final class FlywayConcurrentlyLock implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "flyway-concurrently-lock",
        "CONCURRENTLY waits for every open transaction, and Flyway's lock is one: the migration hangs for ever.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean hangs = step.execution().byFlyway() && step.execution().transactionalLock();
    return hangs && !step.runsInTransaction() && Concurrent.waits(step.statement())
        ? Stream.of(finding(step))
        : Stream.of();
  }

  private Finding finding(Step step) {
    return step.finding(
        this,
        step.statement().span(),
        "CONCURRENTLY waits for every open transaction, and Flyway keeps its lock in one: this hangs for ever",
        "Flyway's session is idle in a transaction that holds its lock, until this statement is done",
        "set flyway.postgresql.transactional.lock=false, so that Flyway takes its lock without a transaction; or deploy with schema:deploy, which does so");
  }
}
