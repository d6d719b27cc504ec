package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.trace.Blocks;
import java.util.List;
import java.util.stream.Stream;

/** Flags long work while an earlier statement of the transaction has locked a table entirely. */
public final class StatementAfterAccessExclusive implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "statement-after-access-exclusive",
            "A table stays locked for reads and writes while a later statement of the transaction takes its time.")
        .toldOnce();
  }

  @Override
  public Stream<Finding> check(Step step) {
    List<HeldLock> held =
        step.held().stream().filter(lock -> lock.blocks() == Blocks.EVERYTHING).toList();
    // What locks out others itself has a rule of its own.
    boolean gentle = step.locks().stream().noneMatch(HeldLock::isStrong);
    Stream<Finding> slow =
        held.stream()
            .filter(lock -> gentle)
            .limit(1)
            .flatMap(lock -> LongWork.of(step).map(work -> finding(step, lock, work)).stream());
    return Stream.concat(slow, builds(step, held));
  }

  /** An index lets others read while it is built, but not under such a lock. */
  private Stream<Finding> builds(Step step, List<HeldLock> held) {
    return NewIndexes.of(step)
        .filter(index -> !index.concurrently() && !index.only())
        .flatMap(
            index ->
                held.stream()
                    .filter(lock -> lock.table().equals(step.schema().resolve(index.table())))
                    .limit(1)
                    .map(
                        lock -> finding(step, lock, "an index on " + index.table() + " is built")));
  }

  private Finding finding(Step step, HeldLock held, String work) {
    return step.finding(
        this,
        step.statement().span(),
        held.table(),
        "%s is locked since line %d, and nobody can read or write it while %s"
            .formatted(held.table(), held.line(), work),
        "ACCESS EXCLUSIVE lock on %s, held until the transaction ends".formatted(held.table()),
        "move this statement to a migration of its own: then the lock on %s is over in a moment"
            .formatted(held.table()));
  }
}
