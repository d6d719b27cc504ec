package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a new column whose default is computed, which the server does by a copy. */
public final class AddColumnExpressionDefault implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-column-expression-default",
            "A default that is an expression copies the table and blocks writes meanwhile.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AddColumn.class)
        .flatMap(
            it ->
                it.action().column().defaultValue().stream()
                    .filter(sql -> NewDefault.copies(step, it.table(), sql))
                    .flatMap(sql -> found(step, it.table(), it.action(), sql)));
  }

  private Stream<Finding> found(
      Step step, QualifiedName table, AlterAction.AddColumn add, String sql) {
    String column = QualifiedName.quoted(add.column().name());
    boolean unsafe = step.database() == Database.MYSQL && NewDefault.isUnsafe(sql);
    return AlterAlgorithm.copy(step)
        .found(
            this,
            step,
            add.span(),
            table,
            unsafe
                ? "the default %s of %s is refused where a binary log is written; elsewhere it"
                    .formatted(sql, column)
                : "the default %s of %s".formatted(sql, column),
            "add %s without a default, then write ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s, which is INSTANT and for new rows only, and fill the old rows in batches"
                .formatted(column, table, column, sql));
  }
}
