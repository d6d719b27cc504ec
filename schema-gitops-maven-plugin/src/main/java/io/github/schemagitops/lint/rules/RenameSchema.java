package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import java.util.stream.Stream;

/** Flags a renamed schema: every name in it changes at once. */
public final class RenameSchema implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "rename-schema",
        "Renaming a schema breaks every query of the running application that names something in it.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(RenameObject.class)
        .filter(rename -> rename.type() == ObjectType.SCHEMA)
        .filter(rename -> !step.schema().isNewSchema(rename.from().name()))
        .map(rename -> finding(step, rename));
  }

  private Finding finding(Step step, RenameObject rename) {
    String to = QualifiedName.quoted(rename.to());
    return step.finding(
        this,
        rename.span(),
        rename.from(),
        "renaming the schema %s to %s breaks the application version still running: it finds nothing in %s any more"
            .formatted(rename.from(), to, rename.from()),
        "no table is locked, but queries, functions and search paths naming %s fail from now on"
            .formatted(rename.from()),
        "create %s, move the tables one by one with ALTER TABLE … SET SCHEMA %s, and leave views of them in %s until nobody uses it"
            .formatted(to, to, rename.from()));
  }
}
