package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags points in time that forget their time zone. */
public final class PreferTimestamptz implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "prefer-timestamptz",
            "A timestamp without time zone means another moment to every reader in another zone.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewColumn.of(step)
        .filter(column -> column.is("timestamp"))
        .map(
            column ->
                step.finding(
                    this,
                    column.span(),
                    column.table(),
                    "%s keeps no time zone: which moment it means depends on who reads it"
                        .formatted(column.title()),
                    "timestamptz takes as much room, and means the same moment everywhere",
                    "write timestamptz"));
  }
}
