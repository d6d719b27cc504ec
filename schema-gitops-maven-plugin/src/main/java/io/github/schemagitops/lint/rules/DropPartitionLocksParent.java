package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a dropped partition, for which nobody can use the parent. */
public final class DropPartitionLocksParent implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "drop-partition-locks-parent",
        "Dropping a partition waits for all work on the partitioned table, and stops it.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(DropObject.class)
        .filter(drop -> drop.type() == ObjectType.TABLE)
        .flatMap(drop -> drop.names().stream().flatMap(table -> check(step, drop, table).stream()));
  }

  private Optional<Finding> check(Step step, DropObject drop, QualifiedName partition) {
    return step.schema()
        .partitionOf(partition)
        .filter(parent -> !step.createdInThisChange(parent))
        .filter(
            parent -> drop.names().stream().map(step.schema()::resolve).noneMatch(parent::equals))
        .map(parent -> finding(step, drop, partition, parent));
  }

  private Finding finding(
      Step step, DropObject drop, QualifiedName partition, QualifiedName parent) {
    boolean concurrently = step.schema().defaultPartition(parent).isEmpty();
    return step.finding(
        this,
        drop.span(),
        parent,
        "dropping the partition %s waits for all work on %s, and everyone else waits behind it"
            .formatted(partition, parent),
        "ACCESS EXCLUSIVE lock on %s, too: all reads and writes wait".formatted(parent),
        concurrently
            ? "detach it first: ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY; alone in its file, with executeInTransaction=false in its .conf; then drop it in the next migration"
                .formatted(parent, partition)
            : ShortLock.help(parent.toString()));
  }
}
