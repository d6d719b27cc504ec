package io.github.schemagitops.engine.flyway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL: comments nest, and bodies are between dollar tags. */
final class PostgresQuoting implements Quoting {

  private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

  @Override
  public int endOfToken(String sql, int at) {
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

  @Override
  public boolean isComment(String sql, int at) {
    return sql.startsWith("--", at) || sql.startsWith("/*", at);
  }

  @Override
  public String kindAt(String sql, int at) {
    return switch (sql.charAt(at)) {
      case '/' -> "comment";
      case '\'' -> "string";
      case '"' -> "quoted name";
      default -> "dollar-quoted body";
    };
  }
}
