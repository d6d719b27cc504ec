package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.RuleParameter;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.lint.rules.NewName.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Flags new names that are not as the project wants them. */
public final class Naming implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("naming", "A new name is not as the project has agreed that names are.")
        .everywhere()
        .taking(Stream.of(Kind.values()).map(Naming::parameter).toArray(RuleParameter[]::new));
  }

  private static RuleParameter parameter(Kind kind) {
    String meaning =
        switch (kind) {
          case CONSTRAINT ->
              "Regular expression for names of constraints that have no expression of their own.";
          case TYPE -> "Regular expression for names of types and domains.";
          case ROUTINE -> "Regular expression for names of functions and procedures.";
          case VIEW -> "Regular expression for names of views, materialized ones too.";
          case INDEX -> "Regular expression for names of indexes.";
          default -> "Regular expression for names of %ss.".formatted(kind.words());
        };
    return RuleParameter.pattern(kind.id(), meaning);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewNames.of(step).flatMap(name -> check(step, name).stream());
  }

  private Optional<Finding> check(Step step, NewName name) {
    String wanted = step.parameter(this, name.kind().id());
    if (wanted.isEmpty() && name.kind().isConstraint()) {
      wanted = step.parameter(this, Kind.CONSTRAINT.id());
    }
    if (wanted.isEmpty() || Pattern.compile(wanted).matcher(name.name()).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        step.finding(
            this,
            name.span(),
            name.object(),
            "the %s '%s' is not named as this project names them"
                .formatted(name.kind().words(), name.name()),
            "must be like " + wanted,
            "choose a name that fits, now that nobody uses it yet"));
  }
}
