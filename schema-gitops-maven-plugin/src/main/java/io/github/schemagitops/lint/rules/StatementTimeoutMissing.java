package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags files whose statements may hold a lock for as long as they like. */
public final class StatementTimeoutMissing implements Rule {

  private static final String VARIABLE = "statement_timeout";

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "statement-timeout-missing",
            "Without statement_timeout, a statement that turns out to be slow holds its lock without a limit.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return Timeouts.isSet(step, VARIABLE)
        ? Stream.of()
        : Timeouts.firstStrongLock(step).map(lock -> finding(step, lock)).stream();
  }

  private Finding finding(Step step, HeldLock lock) {
    return step.finding(
        this,
        step.statement().span(),
        lock.table(),
        "nothing ends this statement when it takes longer than expected, and others wait for %s meanwhile"
            .formatted(lock.table()),
        "a lock on %s for as long as the transaction lasts".formatted(lock.table()),
        "write SET statement_timeout = '30s'; before it");
  }
}
