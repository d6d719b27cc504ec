package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags an index whose name the server makes up. */
public final class IndexMissingName implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "index-missing-name",
            "An index without a name gets one that later migrations can only guess.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(CreateIndex.class)
        .filter(create -> create.index().name().isEmpty())
        .map(create -> finding(step, create));
  }

  private Finding finding(Step step, CreateIndex create) {
    return step.finding(
        this,
        create.span(),
        create.table(),
        "the index on %s has no name, and the server makes one up".formatted(create.table()),
        "its name depends on the columns, and on the names that are taken already",
        "name it, for instance %s".formatted(name(create)));
  }

  private static String name(CreateIndex create) {
    boolean plain = create.index().keys().stream().noneMatch(key -> key.startsWith("("));
    return QualifiedName.quoted(
        create.table().name()
            + "_"
            + (plain ? String.join("_", create.index().keys()) : "expression")
            + "_idx");
  }
}
