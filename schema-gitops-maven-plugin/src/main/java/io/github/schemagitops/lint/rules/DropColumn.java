package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a dropped column: the application version still running uses it. */
public final class DropColumn implements Rule {

  @Override
  public RuleInfo info() {
    return new RuleInfo(
            "drop-column",
            Severity.ERROR,
            "Dropping a column destroys its data and breaks the application version still running.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.DropColumn.class)
        .filter(drop -> !step.schema().isNew(drop.table(), drop.action().column()))
        .filter(drop -> !isGone(step, drop.table(), drop.action()))
        .map(drop -> finding(step, drop.table(), drop.action()));
  }

  private static boolean isGone(Step step, QualifiedName table, AlterAction.DropColumn drop) {
    return drop.ifExists() && step.schema().lacksColumn(table, drop.column());
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.DropColumn drop) {
    String column = QualifiedName.quoted(drop.column());
    return step.finding(
        this,
        drop.span(),
        table,
        "dropping %s.%s destroys its data and breaks the application version still running"
            .formatted(table, column),
        "ACCESS EXCLUSIVE lock on %s for a moment: all reads and writes wait; then queries naming %s fail"
            .formatted(table, column),
        "release an application that no longer uses %s first, then drop it and say so: -- schema:ignore drop-column unused since <version>"
            .formatted(column));
  }
}
