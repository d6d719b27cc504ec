package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Columns that a statement adds to tables in use. */
final class AddedColumns {

  private AddedColumns() {}

  static Stream<Step.Alteration<AlterAction.AddColumn>> of(Step step) {
    return step.alterations(AlterAction.AddColumn.class)
        .filter(add -> !step.createdInThisChange(add.table()))
        .filter(add -> !isThere(step, add.table(), add.action()));
  }

  /** {@code IF NOT EXISTS} leaves a column alone that is there. */
  private static boolean isThere(Step step, QualifiedName table, AlterAction.AddColumn add) {
    return add.ifNotExists() && step.schema().column(table, add.column().name()).isPresent();
  }

  /** The constraints of one kind that are written at a column. */
  static <C extends Constraint> Stream<C> constraints(ColumnDefinition column, Class<C> kind) {
    return column.constraints().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The column with its table, as SQL needs it. */
  static String name(QualifiedName table, String column) {
    return table + "." + QualifiedName.quoted(column);
  }

  /** A name for what belongs to a column, as SQL needs it. */
  static String named(QualifiedName table, String column, String ending) {
    return QualifiedName.quoted(table.name() + "_" + column + "_" + ending);
  }

  /** What all of {@code ADD COLUMN}'s work happens under. */
  static String lock(QualifiedName table) {
    return "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table);
  }

  /** SQL on one line, for a sentence. */
  static String oneLine(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }
}
