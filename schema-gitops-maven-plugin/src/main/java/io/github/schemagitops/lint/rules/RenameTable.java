package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a renamed table: old and new application versions cannot both run. */
public final class RenameTable implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "rename-table",
            "Renaming a table breaks the application version still running at that moment.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.RenameTable.class)
        .filter(rename -> !step.createdInThisChange(rename.table()))
        .filter(rename -> !isView(step, rename.table()))
        .filter(rename -> !Successors.keepName(step, rename.table(), rename.action().to()))
        .map(rename -> finding(step, rename.table(), rename.action()));
  }

  static boolean isView(Step step, QualifiedName name) {
    return step.schema()
        .table(name)
        .filter(relation -> relation.kind() != Relation.Kind.TABLE)
        .isPresent();
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.RenameTable rename) {
    String to = QualifiedName.quoted(rename.to());
    return step.finding(
        this,
        rename.span(),
        table,
        "renaming %s to %s breaks the application version still running: it knows no %s"
            .formatted(table, to, to),
        "exclusive lock on %s for a moment: all reads and writes wait; then queries naming %s fail"
            .formatted(table, table),
        "leave a view behind in the same migration: CREATE VIEW %s AS SELECT * FROM %s; and drop it when nobody uses the old name any more"
            .formatted(table, table.renamed(rename.to())));
  }
}
