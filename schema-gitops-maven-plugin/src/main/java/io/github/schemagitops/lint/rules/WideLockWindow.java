package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flags transactions that lock one table after the other and keep all of them. */
public final class WideLockWindow implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
        "wide-lock-window",
        "A transaction locks several tables in use one after the other, and holds each while it waits for the next.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    List<HeldLock> held = step.held().stream().filter(HeldLock::isStrong).toList();
    List<HeldLock> own = step.locks().stream().filter(HeldLock::isStrong).toList();
    Optional<HeldLock> second =
        own.stream()
            .filter(lock -> held.stream().noneMatch(h -> h.table().equals(lock.table())))
            .findFirst();
    boolean told = held.isEmpty() || isWide(held);
    return told || isDrop(step) || isKeyBetween(step, held)
        ? Stream.of()
        : second.map(lock -> finding(step, held.get(0), lock)).stream();
  }

  /** True when two statements locked different tables: that has been said, then. */
  private static boolean isWide(List<HeldLock> held) {
    Set<QualifiedName> first = new HashSet<>();
    held.stream()
        .filter(lock -> lock.line() == held.get(0).line())
        .forEach(lock -> first.add(lock.table()));
    return held.stream().anyMatch(lock -> !first.contains(lock.table()));
  }

  /** Nobody uses what is dropped. */
  private static boolean isDrop(Step step) {
    return step.statement(DropObject.class).findAny().isPresent();
  }

  /** The two tables of a foreign key cannot be locked apart. */
  private static boolean isKeyBetween(Step step, List<HeldLock> held) {
    return step.alterations(AlterAction.AddConstraint.class)
        .filter(add -> add.action().constraint() instanceof Constraint.ForeignKey)
        .map(add -> step.schema().resolve(add.table()))
        .anyMatch(table -> held.stream().anyMatch(lock -> lock.table().equals(table)));
  }

  private Finding finding(Step step, HeldLock first, HeldLock second) {
    return step.finding(
        this,
        step.statement().span(),
        second.table(),
        "%s is locked since line %d and stays so while this waits for %s; an application that uses them the other way round ends in a deadlock"
            .formatted(first.table(), first.line(), second.table()),
        "locks on %s and %s, both held until the transaction ends"
            .formatted(first.table(), second.table()),
        "give each table a migration of its own");
  }
}
