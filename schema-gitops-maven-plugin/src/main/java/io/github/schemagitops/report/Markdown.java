package io.github.schemagitops.report;

import java.util.regex.Pattern;

/** Text that Markdown must not take for anything else. */
final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&@$]");
  private static final Pattern TICKS = Pattern.compile("`{3,}");

  private Markdown() {}

  /** One line of plain words. */
  static String text(String plain) {
    return SPECIAL
        .matcher(plain.replaceAll("[\\s\\u2028\\u2029]+", " ").strip())
        .replaceAll(
            match ->
                "\\\\"
                    + (match.group().equals("\\")
                        ? "\\\\"
                        : match.group().equals("$") ? "\\$" : match.group()));
  }

  /** A fence that nothing in the text can close. */
  static String fence(String text) {
    int longest = TICKS.matcher(text).results().mapToInt(m -> m.group().length()).max().orElse(2);
    return "`".repeat(Math.max(3, longest + 1));
  }
}
