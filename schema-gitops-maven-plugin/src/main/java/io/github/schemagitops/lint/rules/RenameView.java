package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.Span;
import java.util.stream.Stream;

/** Flags a renamed view: old and new application versions cannot both run. */
public final class RenameView implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "rename-view",
            "Renaming a view breaks the application version still running at that moment.")
        .everywhere();
  }

  /** The name that a view gets. */
  private record Renaming(QualifiedName from, String to, Span span) {}

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Renaming> asTables =
        step.alterations(AlterAction.RenameTable.class)
            .filter(rename -> RenameTable.isView(step, rename.table()))
            .map(r -> new Renaming(r.table(), r.action().to(), r.action().span()));
    Stream<Renaming> asViews =
        step.statement(RenameObject.class)
            .filter(
                rename ->
                    rename.type() == ObjectType.VIEW
                        || rename.type() == ObjectType.MATERIALIZED_VIEW)
            .map(rename -> new Renaming(rename.from(), rename.to(), rename.span()));
    return Stream.concat(asTables, asViews)
        .filter(rename -> !step.createdInThisChange(rename.from()))
        .filter(rename -> !Successors.keepName(step, rename.from(), rename.to()))
        .map(rename -> finding(step, rename));
  }

  private Finding finding(Step step, Renaming rename) {
    String to = QualifiedName.quoted(rename.to());
    return step.finding(
        this,
        rename.span(),
        rename.from(),
        "renaming %s to %s breaks the application version still running: it knows no %s"
            .formatted(rename.from(), to, to),
        "exclusive lock on %s for a moment: all reads wait; then queries naming %s fail"
            .formatted(rename.from(), rename.from()),
        "create the view %s beside %s, move the readers, and drop %s in a later release"
            .formatted(to, rename.from(), rename.from()));
  }
}
