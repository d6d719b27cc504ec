package io.github.schemagitops.lint;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DefinePolicy;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.LockTable;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.Blocks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The locks that PostgreSQL takes for a statement, as measured on 15 to 18; those that others
 * notice, on tables and the tables they refer to.
 */
final class Locks {

  /** Actions of {@code ALTER TABLE} that let others read and write. */
  private static final List<String> GENTLE =
      List.of(
          "SET (",
          "RESET",
          "CLUSTER ON",
          "SET WITHOUT CLUSTER",
          "SET STATISTICS",
          "DETACH PARTITION");

  /** Actions that let others read. */
  private static final List<String> READABLE =
      List.of(
          "ENABLE TRIGGER", "DISABLE TRIGGER", "ENABLE ALWAYS TRIGGER", "ENABLE REPLICA TRIGGER");

  private final KnownSchema schema;
  private final Map<QualifiedName, Blocks> locks = new LinkedHashMap<>();

  private Locks(KnownSchema schema) {
    this.schema = schema;
  }

  /**
   * The strongest lock on each table, names as written.
   *
   * @param schema tells which tables belong together
   */
  static Map<QualifiedName, Blocks> of(Statement statement, KnownSchema schema) {
    Locks locks = new Locks(schema);
    locks.read(statement);
    return locks.locks;
  }

  private void read(Statement statement) {
    if (statement instanceof AlterTable alter) {
      alter.actions().forEach(action -> alter(alter.table(), action));
    } else if (statement instanceof CreateIndex index && !index.concurrently()) {
      add(index.table(), Blocks.WRITES);
    } else if (statement instanceof CreateTable create) {
      create.partitioning().of().ifPresent(this::withDefaultPartition);
      Stream.concat(
              create.constraints().stream(),
              create.columns().stream().flatMap(column -> column.constraints().stream()))
          .forEach(this::parent);
    } else if (statement instanceof CreateTrigger trigger) {
      add(trigger.table(), Blocks.WRITES);
    } else if (statement instanceof DefinePolicy policy) {
      add(policy.table(), Blocks.EVERYTHING);
    } else if (statement instanceof CreateView view
        && view.orReplace()
        && schema.table(view.name()).isPresent()) {
      add(view.name(), Blocks.EVERYTHING);
    } else if (statement instanceof DropObject drop && !drop.concurrently()) {
      drop(drop);
    } else if (statement instanceof LockTable lock) {
      lock.tables().forEach(table -> add(table, blocks(lock.mode())));
    } else if (statement instanceof Dml dml && dml.kind() == Dml.Kind.TRUNCATE) {
      dml.tables().forEach(table -> add(table, Blocks.EVERYTHING));
    } else if (statement instanceof Maintenance work && !work.concurrently()) {
      maintain(work);
    }
  }

  private void alter(QualifiedName table, AlterAction action) {
    if (action instanceof AlterAction.AddConstraint add
        && add.constraint() instanceof Constraint.ForeignKey key) {
      add(table, Blocks.WRITES);
      add(key.references(), Blocks.WRITES);
    } else if (action instanceof AlterAction.ValidateConstraint) {
      add(table, Blocks.SCHEMA_CHANGES);
    } else if (action instanceof AlterAction.AttachPartition attach) {
      add(table, Blocks.SCHEMA_CHANGES);
      add(attach.partition(), Blocks.EVERYTHING);
      schema.defaultPartition(table).ifPresent(other -> add(other, Blocks.EVERYTHING));
    } else if (action instanceof AlterAction.DetachPartition detach) {
      Blocks blocks = detach.concurrently() ? Blocks.SCHEMA_CHANGES : Blocks.EVERYTHING;
      add(table, blocks);
      add(detach.partition(), blocks);
    } else if (action instanceof AlterAction.OtherAction other && any(other, GENTLE)) {
      add(table, Blocks.SCHEMA_CHANGES);
    } else if (action instanceof AlterAction.OtherAction other && any(other, READABLE)) {
      add(table, Blocks.WRITES);
    } else {
      add(table, Blocks.EVERYTHING);
      if (action instanceof AlterAction.AddColumn add) {
        add.column().constraints().forEach(this::parent);
      } else if (action instanceof AlterAction.DropConstraint drop) {
        schema
            .constraint(table, drop.constraint())
            .filter(held -> held.constraint() instanceof Constraint.ForeignKey)
            .map(held -> ((Constraint.ForeignKey) held.constraint()).references())
            .ifPresent(parent -> add(parent, Blocks.EVERYTHING));
      }
    }
  }

  private static boolean any(AlterAction.OtherAction action, List<String> words) {
    return words.stream().anyMatch(action::begins);
  }

  private void parent(Constraint constraint) {
    if (constraint instanceof Constraint.ForeignKey key) {
      add(key.references(), Blocks.WRITES);
    }
  }

  private void withDefaultPartition(QualifiedName parent) {
    add(parent, Blocks.EVERYTHING);
    schema.defaultPartition(parent).ifPresent(other -> add(other, Blocks.EVERYTHING));
  }

  /** A dropped table lets go of its parents, which the server locks for that. */
  private void dropTable(QualifiedName table) {
    add(table, Blocks.EVERYTHING);
    schema.partitionOf(table).ifPresent(parent -> add(parent, Blocks.EVERYTHING));
    schema.table(table).stream()
        .flatMap(known -> known.foreignKeys().stream())
        .forEach(key -> add(key.references(), Blocks.EVERYTHING));
  }

  private void drop(DropObject drop) {
    if (drop.type() == ObjectType.INDEX) {
      drop.names().forEach(index -> add(ofIndex(index), Blocks.EVERYTHING));
    } else if (drop.type() == ObjectType.TABLE || drop.type() == ObjectType.MATERIALIZED_VIEW) {
      drop.names().forEach(this::dropTable);
    }
    drop.table().ifPresent(table -> add(table, Blocks.EVERYTHING));
  }

  /** The table it is on, or the index itself, whose lock stops the table's queries as well. */
  private QualifiedName ofIndex(QualifiedName index) {
    return schema.tableOfIndex(index.name()).orElse(index);
  }

  private void maintain(Maintenance work) {
    Blocks blocks =
        switch (work.kind()) {
          case CLUSTER, VACUUM_FULL, REFRESH -> Blocks.EVERYTHING;
          case REINDEX -> Blocks.WRITES;
          case VACUUM, ANALYZE, OPTIMIZE -> Blocks.SCHEMA_CHANGES;
        };
    if (work.type() == ObjectType.INDEX) {
      work.target().ifPresent(index -> add(ofIndex(index), blocks));
    } else if (work.type() != ObjectType.SCHEMA) {
      work.target().ifPresent(table -> add(table, blocks));
    }
  }

  private static Blocks blocks(String mode) {
    return switch (mode) {
      case "ACCESS EXCLUSIVE" -> Blocks.EVERYTHING;
      case "EXCLUSIVE", "SHARE ROW EXCLUSIVE", "SHARE" -> Blocks.WRITES;
      case "SHARE UPDATE EXCLUSIVE" -> Blocks.SCHEMA_CHANGES;
      default -> Blocks.NOTHING;
    };
  }

  private void add(QualifiedName table, Blocks blocks) {
    locks.merge(table, blocks, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }
}
