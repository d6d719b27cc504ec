package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.Optional;

/** What takes PostgreSQL as long as a table is large, as far as the file tells. */
final class LongWork {

  private LongWork() {}

  /** What is done, as the end of a sentence: {@code an index on orders is built}. */
  static Optional<String> of(Step step) {
    Statement statement = step.statement();
    if (statement instanceof AlterTable alter) {
      return step.createdInThisChange(alter.table())
          ? Optional.empty()
          : alter.actions().stream()
              .flatMap(action -> of(step, alter.table(), action).stream())
              .findFirst();
    }
    if (statement instanceof CreateIndex index) {
      boolean builds =
          !index.concurrently() && !index.only() && !step.createdInThisChange(index.table());
      return builds ? Optional.of("an index on " + index.table() + " is built") : Optional.empty();
    }
    if (statement instanceof Maintenance work) {
      return maintenance(step, work);
    }
    if (statement instanceof CreateTable create && create.how().ofQuery()) {
      return Optional.of("a query fills " + create.name());
    }
    if (statement instanceof CreateView view && view.materialized()) {
      return view.from().stream().allMatch(step::createdInThisChange)
          ? Optional.empty()
          : Optional.of("a query fills " + view.name());
    }
    return statement instanceof Dml dml && fillsNewTable(step, dml)
        ? Optional.of("a query fills " + dml.tables().get(0))
        : Optional.empty();
  }

  private static boolean fillsNewTable(Step step, Dml dml) {
    return dml.kind() == Dml.Kind.INSERT
        && dml.rows() == Dml.Rows.SOME
        && dml.tables().stream().anyMatch(step::createdInThisChange);
  }

  private static Optional<String> maintenance(Step step, Maintenance work) {
    String target = work.target().map(QualifiedName::toString).orElse("the database");
    boolean isNew = work.target().filter(step::createdInThisChange).isPresent();
    return switch (work.kind()) {
      case REINDEX, CLUSTER, VACUUM_FULL, REFRESH ->
          isNew ? Optional.empty() : Optional.of(target + " is written anew");
      case VACUUM, ANALYZE, OPTIMIZE -> Optional.empty();
    };
  }

  private static Optional<String> of(Step step, QualifiedName table, AlterAction action) {
    if (action instanceof AlterAction.ValidateConstraint validate) {
      // Under the lock of its own addition, another rule speaks of it.
      return addedInThisFile(step, validate.constraint())
          ? Optional.empty()
          : Optional.of("every row of " + table + " is read");
    }
    if (action instanceof AlterAction.AddConstraint add) {
      return constraint(table, add.constraint());
    }
    return readsOrWritesRows(step, table, action)
        ? Optional.of("every row of " + table + " is read or written")
        : Optional.empty();
  }

  private static boolean addedInThisFile(Step step, String constraint) {
    return step.before().stream()
        .map(Part::statement)
        .anyMatch(
            earlier ->
                earlier instanceof AlterTable alter
                    && alter.actions().stream()
                        .anyMatch(
                            action ->
                                action instanceof AlterAction.AddConstraint add
                                    && add.constraint().name().equals(Optional.of(constraint))));
  }

  private static Optional<String> constraint(QualifiedName table, Constraint constraint) {
    if (constraint instanceof Constraint.Unique key) {
      return key.usingIndex().isPresent()
          ? Optional.empty()
          : Optional.of("an index on " + table + " is built");
    }
    return constraint.notValid()
        ? Optional.empty()
        : Optional.of("every row of " + table + " is read");
  }

  /** True when the action goes through all rows in one pass, which several can share. */
  static boolean readsOrWritesRows(Step step, QualifiedName table, AlterAction action) {
    if (action instanceof AlterAction.SetNotNull set) {
      return !step.schema().isNotNull(table, set.column())
          && step.schema().notNullProofs(table, set.column()).isEmpty();
    }
    if (action instanceof AlterAction.AlterColumnType change) {
      return !TypeChange.isPlainCast(change)
          || step.schema()
              .columnType(table, change.column())
              .filter(old -> TypeChange.keepsRows(old, change.newType()))
              .isEmpty();
    }
    if (action instanceof AlterAction.AddConstraint add) {
      return !add.constraint().notValid()
          && (add.constraint() instanceof Constraint.Check
              || add.constraint() instanceof Constraint.NotNull);
    }
    return action instanceof AlterAction.AddColumn add
        && (add.column().generation().filter(kind -> kind != Generation.VIRTUAL).isPresent()
            || add.column().constraints().stream().anyMatch(Constraint.Check.class::isInstance));
  }
}
