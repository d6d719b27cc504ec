package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column that a statement makes, or gives another type.
 *
 * @param table its table
 * @param definition what it is; of a changed type no more than that is known
 * @param span the words that say it
 */
record NewColumn(QualifiedName table, ColumnDefinition definition, Span span) {

  /**
   * The columns that a statement makes, or gives another type. Columns of temporary tables end with
   * their session and are left out; so is what says a type again that the column has already.
   */
  static Stream<NewColumn> of(Step step) {
    Stream<NewColumn> created =
        NewTables.of(step)
            .flatMap(
                table ->
                    table.columns().stream()
                        .map(
                            column ->
                                new NewColumn(table.name(), column, table.place(column.name()))));
    Stream<NewColumn> added =
        step.alterations(AlterAction.AddColumn.class)
            .map(add -> new NewColumn(add.table(), add.action().column(), add.action().span()));
    Stream<NewColumn> changed =
        step.alterations(AlterAction.AlterColumnType.class)
            .map(
                change ->
                    new NewColumn(
                        change.table(),
                        ColumnDefinition.of(change.action().column(), change.action().newType()),
                        change.action().span()))
            .filter(
                column ->
                    column.isOtherThan(step.schema().columnType(column.table, column.name())));
    Stream<NewColumn> redefined =
        step.alterations(AlterAction.RedefineColumn.class)
            .map(
                change ->
                    new NewColumn(
                        change.table(), change.action().definition(), change.action().span()))
            // Who says a column again must say its type, too: only what is known to differ is new.
            .filter(
                column -> {
                  Optional<DataType> old = step.schema().columnType(column.table, column.name());
                  return old.isPresent() && column.isOtherThan(old);
                });
    return Stream.of(created, added, changed, redefined).flatMap(columns -> columns);
  }

  private boolean isOtherThan(Optional<DataType> old) {
    return !old.equals(Optional.of(type()));
  }

  String name() {
    return definition.name();
  }

  DataType type() {
    return definition.type();
  }

  /** True when its type has one of these names, whatever its length. */
  boolean is(String... types) {
    return List.of(types).contains(type().name());
  }

  /** For messages, for instance {@code orders.note}. */
  String title() {
    return table + "." + QualifiedName.quoted(name());
  }
}
