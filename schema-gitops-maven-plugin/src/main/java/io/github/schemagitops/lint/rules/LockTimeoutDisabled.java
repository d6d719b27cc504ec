package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.RuleParameter;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.SetVariable;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags statements whose lock timeout is switched off, or so long that it does not help. */
public final class LockTimeoutDisabled implements Rule {

  private static final String VARIABLE = "lock_timeout";

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "lock-timeout-disabled",
            "lock_timeout is switched off, or too long to help, for a statement whose lock others wait for.")
        .taking(new RuleParameter("max", "60s", "The longest lock_timeout that is accepted."));
  }

  @Override
  public Stream<Finding> check(Step step) {
    Optional<Part> set = Timeouts.lastSet(step.before(), VARIABLE);
    boolean useless = set.filter(part -> isUseless(step, part)).isPresent();
    // Once for each time that it is set; what runs CONCURRENTLY may well wait.
    boolean told =
        set.filter(
                part ->
                    step.taken().stream()
                        .anyMatch(l -> l.isStrong() && l.line() > part.sql().line()))
            .isPresent();
    return useless && !told
        ? Timeouts.strongLock(step).map(lock -> finding(step, set.orElseThrow(), lock)).stream()
        : Stream.of();
  }

  private boolean isUseless(Step step, Part part) {
    double max = Timeouts.millis(step.parameter(this, "max")).orElse(0d);
    return part.statement() instanceof SetVariable set
        && Timeouts.millis(set.value()).filter(time -> time == 0 || time > max).isPresent();
  }

  private Finding finding(Step step, Part part, HeldLock lock) {
    String value = part.statement() instanceof SetVariable set ? set.value() : "";
    return step.finding(
        this,
        step.statement().span(),
        lock.table(),
        "lock_timeout is %s since line %d: while this waits for its lock, every later query on %s waits behind it"
            .formatted(
                Timeouts.millis(value).orElse(0d) == 0 ? "off" : value,
                part.sql().line(),
                lock.table()),
        "a lock on %s for which others wait".formatted(lock.table()),
        "set a few seconds, SET lock_timeout = '2s';, and deploy again when the lock was not to be had");
  }
}
