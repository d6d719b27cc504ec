package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a partition detached while nobody can use the parent. */
public final class DetachPartitionNotConcurrent implements Rule {

  private static final int KNOWS_CONCURRENTLY = 14;

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "detach-partition-not-concurrent",
        "DETACH PARTITION without CONCURRENTLY waits for all work on the parent, and stops it.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.DetachPartition.class)
        .filter(detach -> !detach.action().concurrently())
        .filter(detach -> !step.createdInThisChange(detach.table()))
        .map(detach -> finding(step, detach.table(), detach.action()));
  }

  private Finding finding(Step step, QualifiedName parent, AlterAction.DetachPartition detach) {
    QualifiedName child = detach.partition();
    boolean possible =
        step.version().isAtLeast(KNOWS_CONCURRENTLY)
            && step.schema().defaultPartition(parent).isEmpty();
    return step.finding(
            this,
            detach.span(),
            parent,
            "detaching %s waits for all work on %s, and everyone else waits behind it"
                .formatted(child, parent),
            "ACCESS EXCLUSIVE lock on %s and %s: all reads and writes wait"
                .formatted(parent, child),
            possible
                ? "write DETACH PARTITION %s CONCURRENTLY, alone in its file, with executeInTransaction=false in %s.conf: Flyway does not notice by itself that it needs it"
                    .formatted(child, step.migration().fileName())
                : ShortLock.help(parent.toString()))
        .fixedBy(possible ? fix(step, parent, detach) : Optional.empty());
  }

  /** Of a parent that no migration tells of, nobody knows whether it has a default partition. */
  private static Optional<Fix> fix(
      Step step, QualifiedName parent, AlterAction.DetachPartition detach) {
    return step.isAlone() && step.schema().table(parent).isPresent()
        ? step.append(detach.span(), " CONCURRENTLY", "detach the partition CONCURRENTLY")
            .map(fix -> fix.with(step.withoutTransaction()))
        : Optional.empty();
  }
}
