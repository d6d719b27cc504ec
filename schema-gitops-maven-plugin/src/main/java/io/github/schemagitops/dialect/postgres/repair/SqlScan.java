package io.github.schemagitops.dialect.postgres.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over SQL that the server wrote, past quotes and parentheses. */
final class SqlScan {

  private static final Pattern DOLLAR_QUOTE =
      Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

  private SqlScan() {}

  /**
   * Where the next character or, when a quoted piece begins at {@code at}, the text after it is.
   */
  static int next(String sql, int at) {
    return switch (sql.charAt(at)) {
      case '"' -> afterQuote(sql, at, false);
      case '\'' -> afterQuote(sql, at, isEscapeString(sql, at));
      case '$' -> afterDollarQuote(sql, at);
      default -> at + 1;
    };
  }

  private static int afterQuote(String sql, int open, boolean backslashes) {
    char quote = sql.charAt(open);
    for (int i = open + 1; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (backslashes && c == '\\') {
        i++;
      } else if (c == quote) {
        if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return sql.length();
  }

  private static boolean isEscapeString(String sql, int quote) {
    return quote > 0
        && sql.charAt(quote - 1) == 'E'
        && (quote == 1 || !isWordCharacter(sql.charAt(quote - 2)));
  }

  private static int afterDollarQuote(String sql, int open) {
    Matcher tag = DOLLAR_QUOTE.matcher(sql).region(open, sql.length());
    if (!tag.lookingAt() || (open > 0 && isWordCharacter(sql.charAt(open - 1)))) {
      return open + 1;
    }
    int end = sql.indexOf(tag.group(), tag.end());
    return end < 0 ? sql.length() : end + tag.group().length();
  }

  static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** By how much a character outside of quotes changes the depth of parentheses. */
  static int depth(char c) {
    return switch (c) {
      case '(', '[' -> 1;
      case ')', ']' -> -1;
      default -> 0;
    };
  }

  /** The items of a comma-separated list, stripped; empty for a blank text. */
  static List<String> items(String list) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); ) {
      char c = list.charAt(i);
      depth += depth(c);
      if (c == ',' && depth == 0) {
        items.add(list.substring(start, i).strip());
        start = i + 1;
      }
      i = next(list, i);
    }
    String last = list.substring(start).strip();
    if (!last.isEmpty()) {
      items.add(last);
    }
    return items;
  }

  /** Where a word or phrase begins outside of quotes and parentheses, or -1. */
  static int indexOf(String sql, String phrase, int from) {
    int depth = 0;
    for (int i = from; i < sql.length(); ) {
      if (depth == 0 && isPhraseAt(sql, phrase, i)) {
        return i;
      }
      depth += depth(sql.charAt(i));
      i = next(sql, i);
    }
    return -1;
  }

  /** True when the phrase stands at that place as whole words. */
  static boolean isPhraseAt(String sql, String phrase, int at) {
    int end = at + phrase.length();
    return sql.startsWith(phrase, at)
        && (at == 0 || !isWordCharacter(sql.charAt(at - 1)))
        && (end == sql.length() || !isWordCharacter(sql.charAt(end)));
  }

  /** Where the parenthesis that opens at a place is closed. */
  static int closing(String sql, int open) {
    int depth = 0;
    for (int i = open; i < sql.length(); ) {
      depth += depth(sql.charAt(i));
      if (depth == 0) {
        return i;
      }
      i = next(sql, i);
    }
    throw new IllegalArgumentException("no closing parenthesis: " + sql);
  }

  /** Without the parentheses around it, when it has some. */
  static String inside(String text) {
    return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
  }
}
