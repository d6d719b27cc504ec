package io.github.schemagitops.engine.flyway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a string, quoted name, dollar-quoted body or comment that is never closed. Flyway's parser
 * takes the end of the file for its end and says nothing, so the rest of the file would silently be
 * part of it.
 *
 * @param what for people, for instance {@code string}
 * @param offset where it opens
 */
record OpenQuote(String what, int offset) {

  private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

  static Optional<OpenQuote> find(String sql) {
    int at = 0;
    while (at < sql.length()) {
      int end = endOfToken(sql, at);
      if (end < 0) {
        return Optional.of(new OpenQuote(kindAt(sql, at), at));
      }
      at = end;
    }
    return Optional.empty();
  }

  /** Offset behind the token that starts here; negative when it is never closed. */
  private static int endOfToken(String sql, int at) {
    char c = sql.charAt(at);
    if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end + 1;
    }
    if (sql.startsWith("/*", at)) {
      return endOfComment(sql, at);
    }
    if (c == '\'') {
      return endOfString(sql, at, isEscapeString(sql, at));
    }
    if (c == '"') {
      return behind(sql.indexOf('"', at + 1), 1);
    }
    if (c == '$' && !isPartOfName(sql, at)) {
      Matcher tag = DOLLAR_TAG.matcher(sql).region(at, sql.length());
      if (tag.lookingAt()) {
        return behind(sql.indexOf(tag.group(), tag.end()), tag.group().length());
      }
    }
    return at + 1;
  }

  private static int endOfComment(String sql, int start) {
    int depth = 0;
    for (int at = start; at < sql.length() - 1; at++) {
      if (sql.startsWith("/*", at)) {
        depth++;
        at++;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at++;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return -1;
  }

  private static int endOfString(String sql, int start, boolean backslashEscapes) {
    for (int at = start + 1; at < sql.length(); at++) {
      if (backslashEscapes && sql.charAt(at) == '\\') {
        at++;
      } else if (sql.charAt(at) == '\'') {
        return at + 1;
      }
    }
    return -1;
  }

  private static boolean isEscapeString(String sql, int quote) {
    return quote > 0
        && (sql.charAt(quote - 1) == 'e' || sql.charAt(quote - 1) == 'E')
        && (quote == 1 || !Character.isLetterOrDigit(sql.charAt(quote - 2)));
  }

  private static boolean isPartOfName(String sql, int at) {
    return at > 0
        && Character.isJavaIdentifierPart(sql.charAt(at - 1))
        && sql.charAt(at - 1) != '$';
  }

  private static int behind(int found, int length) {
    return found < 0 ? -1 : found + length;
  }

  private static String kindAt(String sql, int at) {
    return switch (sql.charAt(at)) {
      case '/' -> "comment";
      case '\'' -> "string";
      case '"' -> "quoted name";
      default -> "dollar-quoted body";
    };
  }
}
