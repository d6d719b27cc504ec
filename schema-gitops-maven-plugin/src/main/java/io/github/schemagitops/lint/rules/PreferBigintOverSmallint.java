package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags whole numbers of two bytes or one. */
public final class PreferBigintOverSmallint implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "prefer-bigint-over-smallint",
            "A smallint ends at 32,767, and making it longer later rewrites the table.")
        .everywhere()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewColumn.of(step)
        // MySQL's boolean is a tinyint, too.
        .filter(column -> column.is("smallint", "smallint unsigned", "tinyint unsigned"))
        .map(
            column ->
                step.finding(
                    this,
                    column.span(),
                    column.table(),
                    "%s is %s, and making it longer later rewrites the table"
                        .formatted(column.title(), column.type()),
                    "two bytes or fewer: the numbers run out soon",
                    "write bigint"));
  }
}
