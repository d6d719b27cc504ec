package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells that dropping an index stops its table for a moment. */
public final class DropIndexNotConcurrent implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "drop-index-not-concurrent",
            "DROP INDEX without CONCURRENTLY stops all work on the table until it gets its lock.")
        .toldOnce();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(DropObject.class)
        .filter(drop -> drop.type() == ObjectType.INDEX && !drop.concurrently())
        .flatMap(
            drop ->
                drop.names().stream()
                    .filter(index -> isInUse(step, index))
                    .map(index -> finding(step, drop, index)));
  }

  /** PostgreSQL refuses CONCURRENTLY for the index of a partitioned table. */
  private static boolean isInUse(Step step, QualifiedName index) {
    Optional<QualifiedName> table = step.schema().tableOfIndex(index.name());
    return table
        .map(
            on ->
                !step.createdInThisChange(on)
                    && !step.schema().isPartitioned(on)
                    && !step.schema().isNewIndex(on, index.name())
                    && !isStopped(step, on))
        .orElse(true);
  }

  /** CONCURRENTLY is of no use when the table is locked already. */
  private static boolean isStopped(Step step, QualifiedName table) {
    return step.held().stream()
        .anyMatch(lock -> lock.table().equals(table) && lock.blocks() == Blocks.EVERYTHING);
  }

  private Finding finding(Step step, DropObject drop, QualifiedName index) {
    String table =
        step.schema()
            .tableOfIndex(index.name())
            .map(QualifiedName::toString)
            .orElse("the table of " + index);
    return step.finding(
            this,
            drop.span(),
            index,
            "dropping %s waits for every query on %s, and all later ones wait behind it"
                .formatted(index, table),
            "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
            "write DROP INDEX CONCURRENTLY %s%s, alone in its file, with executeInTransaction=false in %s.conf"
                .formatted(drop.ifExists() ? "IF EXISTS " : "", index, step.migration().fileName()))
        .fixedBy(fix(step, drop));
  }

  /** CONCURRENTLY takes one index, and no CASCADE. */
  private static Optional<Fix> fix(Step step, DropObject drop) {
    return step.isAlone() && !step.insideBlock() && drop.names().size() == 1 && !drop.cascade()
        ? step.append(drop.span(), " CONCURRENTLY", "drop the index CONCURRENTLY")
            .map(fix -> fix.with(step.withoutTransaction()))
        : Optional.empty();
  }
}
