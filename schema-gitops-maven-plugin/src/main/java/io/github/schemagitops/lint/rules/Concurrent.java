package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;

/** PostgreSQL's statements that run beside others, and not inside a transaction. */
final class Concurrent {

  private Concurrent() {}

  /** True when it waits until transactions of others have ended. */
  static boolean waits(Statement statement) {
    return (statement instanceof CreateIndex index && index.concurrently())
        || (statement instanceof DropObject drop && drop.concurrently())
        || isConcurrentReindex(statement)
        || detaches(statement);
  }

  private static boolean isConcurrentReindex(Statement statement) {
    return statement instanceof Maintenance work
        && work.kind() == Maintenance.Kind.REINDEX
        && work.concurrently();
  }

  private static boolean detaches(Statement statement) {
    return statement instanceof AlterTable alter
        && alter.actions().stream()
            .anyMatch(a -> a instanceof AlterAction.DetachPartition d && d.concurrently());
  }

  /** True when the server refuses it in a transaction. */
  static boolean refusesTransaction(Step step) {
    Statement statement = step.statement();
    return waits(statement) || (statement instanceof Maintenance work && refuses(step, work));
  }

  /** Work on many tables commits after each of them. */
  private static boolean refuses(Step step, Maintenance work) {
    return switch (work.kind()) {
      case VACUUM, VACUUM_FULL -> true;
      case REINDEX, CLUSTER ->
          work.type() == ObjectType.SCHEMA
              || work.type() == ObjectType.DATABASE
              || work.target().isEmpty()
              || work.target().filter(table -> isPartitioned(step, work, table)).isPresent();
      case REFRESH, ANALYZE, OPTIMIZE -> false;
    };
  }

  private static boolean isPartitioned(Step step, Maintenance work, QualifiedName table) {
    return work.type() == ObjectType.TABLE && step.schema().isPartitioned(table);
  }
}
