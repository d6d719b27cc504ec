package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags texts of a fixed length. */
public final class BanChar implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "ban-char",
            "char pads every value with blanks, saves nothing, and compares in surprising ways.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewColumn.of(step)
        .filter(column -> column.is("char"))
        .map(
            column ->
                step.finding(
                    this,
                    column.span(),
                    column.table(),
                    "%s is %s: every value is padded with blanks, which comparisons ignore and LIKE does not"
                        .formatted(column.title(), column.type()),
                    "takes as much room as text or more",
                    "write text; where the length matters, add CHECK (length(%s) = %s)"
                        .formatted(
                            QualifiedName.quoted(column.name()),
                            column.type().modifiers().stream()
                                .findFirst()
                                .map(String::valueOf)
                                .orElse("…"))));
  }
}
