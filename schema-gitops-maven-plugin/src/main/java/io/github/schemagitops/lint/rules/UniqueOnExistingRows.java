package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.stream.Stream;

/** Flags a unique key over columns of a table in use, whose rows may be equal. */
public final class UniqueOnExistingRows implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "unique-on-existing-rows",
            "A new unique key fails when two rows are equal, and only then the deployment finds out.")
        .onMySqlAndMariaDb();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> indexes =
        step.statement(CreateIndex.class)
            .filter(create -> create.index().unique())
            .flatMap(create -> check(step, create.table(), create.index().keys(), create.span()));
    Stream<Finding> constraints =
        step.alterations(AlterAction.AddConstraint.class)
            .flatMap(
                add ->
                    add.action().constraint() instanceof Constraint.Unique key && !key.primary()
                        ? check(step, add.table(), key.columns(), add.action().span())
                        : Stream.of());
    Stream<Finding> columns =
        step.alterations(AlterAction.AddColumn.class)
            .filter(it -> !step.createdInThisChange(it.table()))
            .filter(it -> isUnique(it.action().column()) && isSame(it.action().column()))
            .map(it -> same(step, it.table(), it.action()));
    return Stream.of(indexes, constraints, columns).flatMap(findings -> findings);
  }

  private Stream<Finding> check(Step step, QualifiedName table, List<String> keys, Span span) {
    boolean harmless =
        keys.isEmpty()
            || step.createdInThisChange(table)
            || isUniqueAlready(step, table, keys)
            || keys.stream().anyMatch(column -> isNull(step, table, column));
    return harmless ? Stream.of() : Stream.of(finding(step, table, keys, span));
  }

  /** Some of the columns are known to be unique by themselves. */
  private static boolean isUniqueAlready(Step step, QualifiedName table, List<String> keys) {
    return step.schema().table(table).stream()
        .flatMap(known -> known.searchable())
        .filter(IndexDefinition::unique)
        .anyMatch(index -> !index.keys().isEmpty() && keys.containsAll(index.keys()));
  }

  /** A new column without a default holds null in every old row, and nulls are never equal. */
  private static boolean isNull(Step step, QualifiedName table, String column) {
    return step.schema().isNew(table, column)
        && step.schema()
            .column(table, column)
            .filter(known -> !known.notNull() && known.defaultValue().isEmpty())
            .isPresent();
  }

  private static boolean isUnique(ColumnDefinition column) {
    return column.constraints().stream()
        .anyMatch(c -> c instanceof Constraint.Unique key && !key.primary());
  }

  /** Every old row gets the same value. */
  private static boolean isSame(ColumnDefinition column) {
    return column.generation().isEmpty()
        && (column.notNull() || column.defaultValue().isPresent())
        && column.defaultValue().filter(sql -> sql.endsWith(")")).isEmpty()
        && column.defaultValue().filter("NULL"::equalsIgnoreCase).isEmpty();
  }

  private Finding finding(Step step, QualifiedName table, List<String> keys, Span span) {
    String columns = String.join(", ", keys.stream().map(UniqueOnExistingRows::quoted).toList());
    return step.finding(
        this,
        span,
        table,
        "this fails if two rows of %s are equal in (%s)".formatted(table, columns),
        "every row of %s is compared".formatted(table),
        "look before you deploy: SELECT %s, count(*) FROM %s GROUP BY %s HAVING count(*) > 1"
            .formatted(columns, table, columns));
  }

  private static String quoted(String key) {
    return key.startsWith("(") ? key : QualifiedName.quoted(key);
  }

  private Finding same(Step step, QualifiedName table, AlterAction.AddColumn add) {
    String column = QualifiedName.quoted(add.column().name());
    return step.finding(
        this,
        add.span(),
        table,
        "every old row of %s gets the same value in %s: this fails if there are two"
            .formatted(table, column),
        "every row of %s is compared".formatted(table),
        "add %s without UNIQUE, fill it, and add the unique key in a later migration"
            .formatted(column));
  }
}
