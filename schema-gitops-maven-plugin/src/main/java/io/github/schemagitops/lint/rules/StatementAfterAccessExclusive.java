package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.trace.Blocks;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags long work while an earlier statement of the transaction has locked a table entirely. */
public final class StatementAfterAccessExclusive implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "statement-after-access-exclusive",
        "A table stays locked for reads and writes while a later statement of the transaction takes its time.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    Optional<HeldLock> held =
        step.held().stream()
            .filter(lock -> lock.blocks() == Blocks.EVERYTHING)
            // Its own lock is as strong: the earlier one makes nothing worse.
            .filter(lock -> step.locks().stream().noneMatch(own -> isSame(own, lock)))
            .findFirst();
    return held.isEmpty()
        ? Stream.of()
        : LongWork.of(step).map(work -> finding(step, held.get(), work)).stream();
  }

  private static boolean isSame(HeldLock own, HeldLock earlier) {
    return own.table().equals(earlier.table()) && own.blocks() == Blocks.EVERYTHING;
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
