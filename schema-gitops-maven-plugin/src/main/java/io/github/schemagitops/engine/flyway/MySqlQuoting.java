package io.github.schemagitops.engine.flyway;

/**
 * MySQL and MariaDB: comments do not nest, strings have either quote and backslash escapes, and
 * names are in backticks. What is between {@code /*!} and its end is run.
 */
final class MySqlQuoting implements Quoting {

  @Override
  public int endOfToken(String sql, int at) {
    if (startsLineComment(sql, at)) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end + 1;
    }
    if (isComment(sql, at)) {
      int end = sql.indexOf("*/", at + 2);
      return end < 0 ? -1 : end + 2;
    }
    return switch (sql.charAt(at)) {
      case '\'', '"' -> endOfString(sql, at, true);
      case '`' -> endOfString(sql, at, false);
      case '/' -> isExecuted(sql, at) && sql.indexOf("*/", at) < 0 ? -1 : at + 1;
      default -> at + 1;
    };
  }

  @Override
  public boolean isComment(String sql, int at) {
    return startsLineComment(sql, at) || (sql.startsWith("/*", at) && !isExecuted(sql, at));
  }

  @Override
  public String kindAt(String sql, int at) {
    return switch (sql.charAt(at)) {
      case '/' -> "comment";
      case '`' -> "quoted name";
      default -> "string";
    };
  }

  /** Two hyphens alone are a subtraction of a negative number. */
  private static boolean startsLineComment(String sql, int at) {
    return sql.charAt(at) == '#'
        || (sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' '));
  }

  private static boolean isExecuted(String sql, int at) {
    return sql.startsWith("/*!", at) || sql.startsWith("/*M!", at);
  }

  private static int endOfString(String sql, int start, boolean backslashEscapes) {
    char quote = sql.charAt(start);
    for (int at = start + 1; at < sql.length(); at++) {
      if (backslashEscapes && sql.charAt(at) == '\\') {
        at++;
      } else if (sql.charAt(at) == quote) {
        return at + 1;
      }
    }
    return -1;
  }
}
