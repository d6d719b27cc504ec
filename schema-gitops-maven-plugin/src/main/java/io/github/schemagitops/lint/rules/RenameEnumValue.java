package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterEnum;
import java.util.stream.Stream;

/** Flags a renamed value of an enum: old and new application versions cannot both run. */
public final class RenameEnumValue implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "rename-enum-value",
        "Renaming a value of an enum breaks the application version still running at that moment.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(AlterEnum.class)
        .filter(alter -> alter.newName().isPresent() && !step.schema().isNewType(alter.type()))
        .map(alter -> finding(step, alter, alter.newName().orElseThrow()));
  }

  private Finding finding(Step step, AlterEnum alter, String newName) {
    return step.finding(
        this,
        alter.span(),
        alter.type(),
        "renaming '%s' of %s breaks the application version still running: it reads '%s', which it does not know, and what it writes fails"
            .formatted(alter.value(), alter.type(), newName),
        "no lock on tables; from then on '%s' is an invalid input value".formatted(alter.value()),
        "add the new value: ALTER TYPE %s ADD VALUE '%s'; release an application that reads both and writes the new one, then change the rows in batches"
            .formatted(alter.type(), newName.replace("'", "''")));
  }
}
