package io.github.schemagitops.mojo;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as people write them. */
final class Sizes {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([kmg])b?");

  private Sizes() {}

  /**
   * {@code 512m} or {@code 2g}; more than zero.
   *
   * @return bytes
   */
  static long parse(String parameter, String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    long number = form.matches() ? Long.parseLong(form.group(1)) : 0;
    if (number == 0) {
      throw SchemaGitOpsException.badInput(
          "%s is '%s'".formatted(parameter, text), "write an amount like 512m or 2g");
    }
    return switch (form.group(2)) {
      case "k" -> number << 10;
      case "m" -> number << 20;
      default -> number << 30;
    };
  }
}
