package io.github.schemagitops.mojo;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them. */
final class Durations {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m)");

  private Durations() {}

  /** {@code 500ms}, {@code 3s} or {@code 5m}; more than zero. */
  static Duration parse(String parameter, String text) {
    Matcher form = FORM.matcher(text.strip());
    long number = form.matches() ? Long.parseLong(form.group(1)) : 0;
    if (number == 0) {
      throw SchemaGitOpsException.badInput(
          "%s is '%s'".formatted(parameter, text), "write a duration like 500ms, 3s or 5m");
    }
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
