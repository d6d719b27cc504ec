package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a length limit that nobody needs. */
public final class PreferText implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "prefer-text",
            "A varchar with a length needs a migration as soon as a longer text comes along.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewColumn.of(step)
        .filter(column -> column.is("varchar") && !column.type().modifiers().isEmpty())
        .map(
            column ->
                step.finding(
                    this,
                    column.span(),
                    column.table(),
                    "%s is %s: the first longer text fails, and needs a migration"
                        .formatted(column.title(), column.type()),
                    "text is stored and searched in the same way, without a limit",
                    "write text; where the limit is a rule of the business, add CHECK (length(%s) <= %s)"
                        .formatted(
                            QualifiedName.quoted(column.name()),
                            column.type().modifiers().get(0))));
  }
}
