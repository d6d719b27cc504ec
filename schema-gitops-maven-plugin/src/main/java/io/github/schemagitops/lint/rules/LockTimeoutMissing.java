package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.trace.Blocks;
import java.util.stream.Stream;

/** Flags files that wait for a lock without a limit, with everybody else in the queue behind. */
public final class LockTimeoutMissing implements Rule {

  private static final String VARIABLE = "lock_timeout";

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
        "lock-timeout-missing",
        "Without lock_timeout, a statement that waits for its lock stops everybody who comes after it.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    // One that comes later in the file comes too late: another rule says so.
    boolean set =
        Timeouts.isSet(step, VARIABLE) || Timeouts.lastSet(step.after(), VARIABLE).isPresent();
    return set
        ? Stream.of()
        : Timeouts.firstStrongLock(step).map(lock -> finding(step, lock)).stream();
  }

  private Finding finding(Step step, HeldLock lock) {
    return step.finding(
        this,
        step.statement().span(),
        lock.table(),
        "while this waits behind a long query on %s, every later query that needs the table waits behind it, without a limit"
            .formatted(lock.table()),
        "a lock on %s: %s"
            .formatted(
                lock.table(),
                lock.blocks() == Blocks.EVERYTHING
                    ? "nobody can read or write"
                    : "nobody can write"),
        "write SET lock_timeout = '2s'; before it, or once for all migrations: flyway.initSql=SET lock_timeout = '2s'; schema:deploy sets one by itself");
  }
}
