package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.stream.Stream;

/** Flags foreign keys that the server reads over because they stand at a column. */
public final class InlineReferencesIgnored implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "inline-references-ignored",
            "Before MySQL 9.0 and MariaDB 10.5, REFERENCES at a column is read over: the foreign key does not exist.")
        .onMySqlAndMariaDb();
  }

  @Override
  public Stream<Finding> check(Step step) {
    if (!InlineKeys.areIgnored(step)) {
      return Stream.of();
    }
    Stream<Finding> created =
        step.statement(CreateTable.class)
            .flatMap(
                table ->
                    table.columns().stream()
                        .flatMap(column -> keys(step, table.name(), column, table.span())));
    Stream<Finding> added =
        step.alterations(AlterAction.AddColumn.class)
            .flatMap(it -> keys(step, it.table(), it.action().column(), it.action().span()));
    Stream<Finding> redefined =
        step.alterations(AlterAction.RedefineColumn.class)
            .flatMap(it -> keys(step, it.table(), it.action().definition(), it.action().span()));
    return Stream.of(created, added, redefined).flatMap(findings -> findings);
  }

  private Stream<Finding> keys(Step step, QualifiedName table, ColumnDefinition column, Span span) {
    return column.constraints().stream()
        .flatMap(
            constraint ->
                constraint instanceof Constraint.ForeignKey key
                    ? Stream.of(finding(step, table, key, span))
                    : Stream.of());
  }

  private Finding finding(Step step, QualifiedName table, Constraint.ForeignKey key, Span span) {
    String column = QualifiedName.quoted(key.columns().get(0));
    return step.finding(
        this,
        span,
        table,
        "%s %s reads over REFERENCES at a column: nothing keeps %s.%s from referring to nothing"
            .formatted(step.database().title(), step.version(), table, column),
        "no foreign key comes into being, and no error",
        "write it beside the columns: FOREIGN KEY (%s) REFERENCES %s (%s)"
            .formatted(
                column,
                key.references(),
                key.referenced().isEmpty() ? "…" : QualifiedName.quoted(key.referenced().get(0))));
  }
}
