package io.github.schemagitops.mojo;

import io.github.schemagitops.config.IgnoreRule;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ignore rules of a POM. What they say is checked where the kinds of objects are known. */
final class Ignores {

  private Ignores() {}

  static List<IgnoreRule> of(@Nullable List<IgnoreParameter> declared) {
    return declared == null ? List.of() : declared.stream().map(Ignores::rule).toList();
  }

  private static IgnoreRule rule(IgnoreParameter declared) {
    String kind = text(declared.kind).orElse("*");
    String name = text(declared.name).orElse("");
    return new IgnoreRule(
        kind,
        name,
        text(declared.reason).orElse(""),
        text(declared.expires).map(day -> day(day, kind + " " + name)),
        text(declared.environment).orElse("*"));
  }

  private static LocalDate day(String text, String rule) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw SchemaGitOpsException.badInput(
          "the ignore rule '%s' expires on '%s', which is no day".formatted(rule, text),
          "write the last day on which it holds like 2027-01-31");
    }
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }
}
