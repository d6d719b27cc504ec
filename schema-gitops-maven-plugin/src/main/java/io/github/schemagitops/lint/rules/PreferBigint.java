package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags whole numbers of four bytes. */
public final class PreferBigint implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "prefer-bigint",
            "An integer ends at 2,147,483,647, and making it longer later rewrites the table.")
        .everywhere()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewColumn.of(step)
        .filter(
            column ->
                column.is("integer", "int", "int unsigned", "mediumint", "mediumint unsigned"))
        .map(
            column ->
                step.finding(
                    this,
                    column.span(),
                    column.table(),
                    "%s is %s, and making it longer later rewrites the table"
                        .formatted(column.title(), column.type()),
                    "four bytes or fewer: the numbers run out",
                    "write bigint"));
  }
}
