package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags transactions that keep their locks when the deployment stops between two statements. */
public final class IdleInTransactionTimeoutMissing implements Rule {

  private static final String VARIABLE = "idle_in_transaction_session_timeout";

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "idle-in-transaction-timeout-missing",
            "Without idle_in_transaction_session_timeout, a deployment that hangs keeps its locks.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return !step.runsInTransaction() || Timeouts.isSet(step, VARIABLE)
        ? Stream.of()
        : Timeouts.firstStrongLock(step).map(lock -> finding(step, lock)).stream();
  }

  private Finding finding(Step step, HeldLock lock) {
    return step.finding(
        this,
        step.statement().span(),
        lock.table(),
        "if the deployment hangs after this statement, others wait for %s until someone ends its session"
            .formatted(lock.table()),
        "a lock on %s for as long as the transaction lasts".formatted(lock.table()),
        "write SET idle_in_transaction_session_timeout = '60s'; before it");
  }
}
