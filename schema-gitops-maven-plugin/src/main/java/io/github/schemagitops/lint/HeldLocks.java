package io.github.schemagitops.lint;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.TransactionControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The locks of one migration: they are kept until the transaction ends. */
final class HeldLocks {

  private static final Set<ObjectType> ROWS =
      Set.of(ObjectType.TABLE, ObjectType.VIEW, ObjectType.MATERIALIZED_VIEW);

  private final boolean commitsEachDefinition;
  private final List<HeldLock> now = new ArrayList<>();
  private final List<HeldLock> taken = new ArrayList<>();

  /** No locks yet. */
  HeldLocks(boolean commitsEachDefinition) {
    this.commitsEachDefinition = commitsEachDefinition;
  }

  /** Those that are held. */
  List<HeldLock> now() {
    return now;
  }

  /** All that were taken, whether still held or not. */
  List<HeldLock> taken() {
    return taken;
  }

  /** A statement runs. */
  void hold(Step step) {
    boolean ends =
        step.statement(TransactionControl.class)
            .anyMatch(control -> control.kind() != TransactionControl.Kind.SAVEPOINT);
    if (ends || !step.runsInTransaction() || commitsEachDefinition) {
      now.clear();
    }
    List<HeldLock> locks = step.locks();
    taken.addAll(locks);
    if (step.runsInTransaction() && !commitsEachDefinition) {
      now.addAll(locks);
    }
    // Nobody waits for a table that is gone.
    step.statement(DropObject.class)
        .filter(drop -> ROWS.contains(drop.type()))
        .flatMap(drop -> drop.names().stream())
        .map(step.schema()::resolve)
        .forEach(gone -> now.removeIf(lock -> lock.table().equals(gone)));
    step.alterations(AlterAction.RenameTable.class)
        .forEach(
            rename -> {
              QualifiedName from = step.schema().resolve(rename.table());
              QualifiedName to = from.renamed(rename.action().to());
              now.replaceAll(lock -> lock.table().equals(from) ? lock.named(to) : lock);
            });
  }
}
