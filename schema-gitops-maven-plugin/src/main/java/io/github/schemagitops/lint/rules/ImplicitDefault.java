package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Set;
import java.util.stream.Stream;

/** Flags old rows that get a value which nobody wrote. */
public final class ImplicitDefault implements Rule {

  private static final Set<String> TIMES = Set.of("date", "datetime", "timestamp", "time", "year");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "implicit-default",
            "A NOT NULL column without a default fills old rows with 0 or an empty text, which looks like data.")
        .onMySqlAndMariaDb();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> added =
        step.alterations(AlterAction.AddColumn.class)
            .filter(it -> isWithout(it.action().column()))
            .filter(it -> !step.createdInThisChange(it.table()))
            .map(it -> added(step, it.table(), it.action()));
    Stream<Finding> redefined =
        step.alterations(AlterAction.RedefineColumn.class)
            .filter(it -> isWithout(it.action().definition()))
            .filter(it -> !ColumnChange.isNew(step, it.table(), it.action()))
            .filter(it -> mayBeNull(step, it.table(), ColumnChange.nameBefore(step, it.action())))
            .map(it -> redefined(step, it.table(), it.action()));
    return Stream.concat(added, redefined);
  }

  private static boolean isWithout(ColumnDefinition column) {
    return column.notNull() && column.defaultValue().isEmpty() && column.generation().isEmpty();
  }

  /** A column that no migration tells of is left alone: MODIFY repeats what it was. */
  private static boolean mayBeNull(Step step, QualifiedName table, String column) {
    return step.schema().column(table, column).filter(old -> !old.notNull()).isPresent();
  }

  private Finding added(Step step, QualifiedName table, AlterAction.AddColumn add) {
    String column = QualifiedName.quoted(add.column().name());
    return step.finding(
        this,
        add.span(),
        table,
        "every old row of %s gets %s in %s, which nobody wrote"
            .formatted(table, value(add.column().type()), column),
        "NOT NULL without DEFAULT; INSERTs that leave %s out fail from now on".formatted(column),
        "write a DEFAULT that is meant, or add %s as NULL, fill it, and make it NOT NULL in a later release"
            .formatted(column));
  }

  private Finding redefined(Step step, QualifiedName table, AlterAction.RedefineColumn change) {
    String column = QualifiedName.quoted(change.column());
    return step.finding(
        this,
        change.span(),
        table,
        "a null in %s.%s fails this, or without strict mode becomes %s"
            .formatted(table, column, value(change.definition().type())),
        "NOT NULL on a column that may hold nulls",
        "write UPDATE %s SET %s = … WHERE %s IS NULL in a migration before"
            .formatted(table, column, column));
  }

  private static String value(DataType type) {
    if (TIMES.contains(type.name())) {
      return "a zero date";
    }
    if (type.name().equals("json")) {
      return "the JSON value null";
    }
    return ColumnChange.isText(type)
        ? Members.of(type)
            .filter(members -> members.kind().equals("enum") && !members.names().isEmpty())
            .map(members -> "'" + members.names().get(0) + "'")
            .orElse("''")
        : type.name().endsWith("blob") || type.name().endsWith("binary") ? "''" : "0";
  }
}
