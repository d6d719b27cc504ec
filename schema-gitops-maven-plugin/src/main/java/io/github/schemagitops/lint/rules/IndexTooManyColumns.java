package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.RuleParameter;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateIndex;
import java.util.stream.Stream;

/** Flags indexes over more columns than searches are likely to need. */
public final class IndexTooManyColumns implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "index-too-many-columns",
            "An index over many columns is large, slows every write, and helps few searches more than a short one.")
        .taking(new RuleParameter("max", "3", "how many columns an index may have"))
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    int max = Integer.parseInt(step.parameter(this, "max"));
    return step.statement(CreateIndex.class)
        // A unique index needs the columns it has.
        .filter(create -> !create.index().unique() && create.index().keys().size() > max)
        .map(create -> finding(step, create, max));
  }

  private Finding finding(Step step, CreateIndex create, int max) {
    return step.finding(
        this,
        create.span(),
        create.table(),
        "an index over %d columns of %s is large and slows every write"
            .formatted(create.index().keys().size(), create.table()),
        "a search profits from later columns only when it fixes all earlier ones",
        "keep the %d columns that tell the rows apart best, those compared with = first"
            .formatted(max));
  }
}
