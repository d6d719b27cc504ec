package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterEnum;
import java.util.stream.Stream;

/** Flags a new value of an enum that does not say where it belongs. */
public final class EnumValueNoOrder implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "enum-value-no-order",
            "A new value of an enum that names no place comes last, and cannot be moved later.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(AlterEnum.class)
        .filter(added -> added.newName().isEmpty() && !added.placed())
        .filter(added -> !step.schema().isNewType(added.type()))
        .map(
            added ->
                step.finding(
                    this,
                    added.span(),
                    added.type(),
                    "'%s' becomes the greatest value of %s: ORDER BY and comparisons follow that order"
                        .formatted(added.value(), added.type()),
                    "a value cannot be moved later",
                    "write BEFORE '…' or AFTER '…' behind it, with the value that it belongs next to"));
  }
}
