package io.github.schemagitops.engine.flyway;

/** Finds where SQL begins behind comments. */
final class SqlComments {

  private SqlComments() {}

  /** Length of the white space and comments (nested ones too) a text starts with. */
  static int leading(String sql) {
    int at = 0;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("/*", at)) {
        at = endOfBlock(sql, at);
      } else {
        break;
      }
    }
    return at;
  }

  private static int endOfBlock(String sql, int start) {
    int depth = 0;
    int at = start;
    while (at < sql.length()) {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    return at;
  }
}
