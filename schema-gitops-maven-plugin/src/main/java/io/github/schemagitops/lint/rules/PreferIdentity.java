package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags serial columns, which identity columns replace. */
public final class PreferIdentity implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "prefer-identity",
            "A serial's sequence has privileges, an owner and a default of its own to look after.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewColumn.of(step)
        .filter(column -> column.definition().generation().equals(Optional.of(Generation.SERIAL)))
        .map(
            column ->
                step.finding(
                    this,
                    column.span(),
                    column.table(),
                    "%s is a serial: its sequence needs privileges of its own, and INSERT may go past it unnoticed"
                        .formatted(column.title()),
                    "an identity column is standard SQL and has none of that",
                    "write %s GENERATED ALWAYS AS IDENTITY".formatted(column.type())));
  }
}
