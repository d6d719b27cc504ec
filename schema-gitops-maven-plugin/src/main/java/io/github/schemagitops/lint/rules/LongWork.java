package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;

/** What takes PostgreSQL as long as a table is large, as far as the file tells. */
final class LongWork {

  private LongWork() {}

  /**
   * What a statement does that would block nobody by itself, as the end of a sentence: {@code every
   * row of orders is read}.
   */
  static Optional<String> of(Step step) {
    Statement statement = step.statement();
    if (statement instanceof AlterTable alter) {
      boolean reads =
          !step.createdInThisChange(alter.table())
              && alter.actions().stream().anyMatch(action -> validates(step, action));
      return when(reads, "every row of %s is read", alter.table());
    }
    if (statement instanceof Maintenance work) {
      return work.target()
          .filter(view -> work.kind() == Maintenance.Kind.REFRESH)
          .filter(view -> !step.createdInThisChange(view))
          .map(view -> view + " is computed anew");
    }
    if (statement instanceof CreateTable create) {
      return when(create.how().ofQuery(), "a query fills %s", create.name());
    }
    if (statement instanceof CreateView view) {
      boolean reads =
          view.materialized() && !view.from().stream().allMatch(step::createdInThisChange);
      return when(reads, "a query fills %s", view.name());
    }
    return statement instanceof Dml dml
        ? fills(step, dml).or(() -> reads(step, dml))
        : Optional.empty();
  }

  private static Optional<String> when(boolean so, String what, QualifiedName table) {
    return so ? Optional.of(what.formatted(table)) : Optional.empty();
  }

  /** Rows of older tables are another rule's matter. */
  private static Optional<String> fills(Step step, Dml dml) {
    return dml.tables().stream()
        .filter(table -> dml.kind() == Dml.Kind.INSERT && dml.rows() == Dml.Rows.SOME)
        .filter(step::createdInThisChange)
        .findFirst()
        .map(table -> "a query fills " + table);
  }

  private static Optional<String> reads(Step step, Dml query) {
    return query.reads().stream()
        .filter(table -> !step.createdInThisChange(table))
        .findFirst()
        .map(table -> "every row of " + table + " is read");
  }

  /** Under the lock of the constraint's own addition, another rule speaks of it. */
  private static boolean validates(Step step, AlterAction action) {
    return action instanceof AlterAction.ValidateConstraint validate
        && !addedBefore(step.before(), Optional.of(validate.constraint()));
  }

  private static boolean addedBefore(List<Part> before, Optional<String> constraint) {
    return before.stream()
        .map(Part::statement)
        .filter(AlterTable.class::isInstance)
        .flatMap(alter -> ((AlterTable) alter).actions().stream())
        .anyMatch(
            action ->
                action instanceof AlterAction.AddConstraint add
                    && add.constraint().name().equals(constraint));
  }

  /** True when the action goes through all rows in one pass, which several can share. */
  static boolean goesThroughRows(Step step, QualifiedName table, AlterAction action) {
    if (action instanceof AlterAction.SetNotNull set) {
      return !step.schema().isNotNull(table, set.column())
          && step.schema().notNullProofs(table, set.column()).isEmpty();
    }
    if (action instanceof AlterAction.AlterColumnType change) {
      return !TypeChange.isPlainCast(change)
          || step.schema()
              .columnType(table, change.column())
              .filter(
                  old -> TypeChange.keepsRows(old, change.newType(), AlterColumnType.isUtc(step)))
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
