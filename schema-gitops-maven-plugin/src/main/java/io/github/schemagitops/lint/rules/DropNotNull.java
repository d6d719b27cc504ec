package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Tells that a column may hold nulls from now on. */
public final class DropNotNull implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
        "drop-not-null",
        "Without NOT NULL the application may read a null where there never was one.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.DropNotNull.class)
        .filter(drop -> !step.schema().isNew(drop.table(), drop.action().column()))
        .filter(drop -> !isNullable(step, drop.table(), drop.action().column()))
        .map(drop -> finding(step, drop.table(), drop.action()));
  }

  private static boolean isNullable(Step step, QualifiedName table, String column) {
    return step.schema().column(table, column).filter(known -> !known.notNull()).isPresent();
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.DropNotNull drop) {
    String column = AddedColumns.name(table, drop.column());
    return step.finding(
        this,
        drop.span(),
        table,
        "%s may hold nulls from now on, and the application version still running may not expect them"
            .formatted(column),
        "ACCESS EXCLUSIVE lock on %s for a moment: no row is read".formatted(table),
        "release an application that copes with nulls in %s first, then say so: -- schema:ignore drop-not-null read as unknown since <version>"
            .formatted(column));
  }
}
