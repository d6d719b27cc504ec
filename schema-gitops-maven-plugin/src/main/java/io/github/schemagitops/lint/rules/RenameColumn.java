package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a renamed column: old and new application versions cannot both run. */
public final class RenameColumn implements Rule {

  @Override
  public RuleInfo info() {
    return new RuleInfo(
            "rename-column",
            Severity.ERROR,
            "Renaming a column breaks the application version still running at that moment.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.RenameColumn.class)
        .filter(rename -> !step.schema().isNew(rename.table(), rename.action().from()))
        .map(rename -> finding(step, rename.table(), rename.action()));
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.RenameColumn rename) {
    String from = QualifiedName.quoted(rename.from());
    String to = QualifiedName.quoted(rename.to());
    return step.finding(
        this,
        rename.span(),
        table,
        "renaming %s.%s breaks the application version still running: it knows no %s"
            .formatted(table, from, to),
        "ACCESS EXCLUSIVE lock on %s for a moment: all reads and writes wait; then queries naming %s fail"
            .formatted(table, from),
        "add %s beside %s, keep both equal with a trigger, move readers and writers, and drop %s in a later release"
            .formatted(to, from, from));
  }
}
