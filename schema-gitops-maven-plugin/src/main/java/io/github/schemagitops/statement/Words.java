package io.github.schemagitops.statement;

import java.util.regex.Pattern;

/** The words at the beginning of SQL. */
final class Words {

  private static final int LONGEST = 500;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Words() {}

  /** True when the text begins with these words, in any case of letters and any white space. */
  static boolean begin(String sql, String words) {
    String start = sql.strip();
    // A word may stand behind more white space than one needs.
    String text =
        SPACE.matcher(start.substring(0, Math.min(start.length(), LONGEST))).replaceAll(" ");
    return text.regionMatches(true, 0, words, 0, words.length())
        && (text.length() == words.length()
            || !Character.isJavaIdentifierPart(words.charAt(words.length() - 1))
            || !Character.isJavaIdentifierPart(text.charAt(words.length())));
  }

  /** True when the text has these words in it, in any case of letters and any white space. */
  static boolean have(String sql, String words) {
    String text = SPACE.matcher(sql).replaceAll(" ");
    return Pattern.compile("(?<!\\w)" + Pattern.quote(words) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }
}
