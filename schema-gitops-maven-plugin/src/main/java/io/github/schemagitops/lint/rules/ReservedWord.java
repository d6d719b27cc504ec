package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Flags names that need quotes wherever they are used. */
public final class ReservedWord implements Rule {

  private static final Set<NewName.Kind> CONCERNED =
      EnumSet.of(
          NewName.Kind.TABLE,
          NewName.Kind.COLUMN,
          NewName.Kind.VIEW,
          NewName.Kind.SEQUENCE,
          NewName.Kind.TYPE,
          NewName.Kind.ROUTINE);

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "reserved-word",
            "A name that is a reserved word needs quotes in every query that uses it.")
        .everywhere()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewNames.of(step)
        .filter(name -> CONCERNED.contains(name.kind()))
        .filter(name -> ReservedWords.contains(step.database(), name.name()))
        .map(
            name ->
                step.finding(
                    this,
                    name.span(),
                    name.object(),
                    "%s is a reserved word: every query that uses the %s must put it in quotes"
                        .formatted(name.name(), name.kind().words()),
                    "without quotes it is a syntax error",
                    "choose another name"));
  }
}
