package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.SetVariable;
import java.util.stream.Stream;

/** Flags a lock timeout behind the statement that needed it. */
public final class LockTimeoutTooLate implements Rule {

  private static final String VARIABLE = "lock_timeout";

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "lock-timeout-too-late",
        "lock_timeout is set after a statement that has already waited for its lock without one.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(SetVariable.class)
        .filter(set -> set.name().equals(VARIABLE) && !set.value().isEmpty())
        .filter(set -> !Timeouts.isSet(step, VARIABLE))
        .flatMap(
            set ->
                step.taken().stream()
                    .filter(HeldLock::isStrong)
                    .limit(1)
                    .map(lock -> finding(step, set, lock)));
  }

  private Finding finding(Step step, SetVariable set, HeldLock lock) {
    return step.finding(
        this,
        set.span(),
        lock.table(),
        "lock_timeout comes too late: line %d locks %s and waits for that without a limit"
            .formatted(lock.line(), lock.table()),
        "the lock on %s in line %d has no limit, nor has the queue behind it"
            .formatted(lock.table(), lock.line()),
        "move it to the top of the file");
  }
}
