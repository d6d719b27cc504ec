package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags transactions that lock one table after the other and keep all of them. */
public final class WideLockWindow implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "wide-lock-window",
            "A transaction locks several tables in use one after the other, and holds each while it waits for the next.")
        .aboutWaiting();
  }

  @Override
  public Stream<Finding> check(Step step) {
    List<HeldLock> held = exclusive(step.held());
    Set<QualifiedName> families =
        held.stream().map(lock -> family(step, lock.table())).collect(Collectors.toSet());
    // More than one: that has been said, then. And nobody uses what is dropped.
    boolean first = families.size() == 1 && step.statement(DropObject.class).findAny().isEmpty();
    return exclusive(step.locks()).stream()
        .filter(lock -> first && !families.contains(family(step, lock.table())))
        .limit(1)
        .map(lock -> finding(step, held.get(0), lock));
  }

  private static List<HeldLock> exclusive(List<HeldLock> locks) {
    return locks.stream().filter(lock -> lock.blocks() == Blocks.EVERYTHING).toList();
  }

  /** A partitioned table and its partitions are changed together. */
  private static QualifiedName family(Step step, QualifiedName table) {
    return step.schema().partitionOf(table).orElse(table);
  }

  private Finding finding(Step step, HeldLock first, HeldLock second) {
    return step.finding(
        this,
        step.statement().span(),
        second.table(),
        "%s is locked since line %d and stays so while this waits for %s; an application that uses them the other way round ends in a deadlock"
            .formatted(first.table(), first.line(), second.table()),
        "ACCESS EXCLUSIVE locks on %s and %s, both held until the transaction ends"
            .formatted(first.table(), second.table()),
        "give each table a migration of its own");
  }
}
