package io.github.schemagitops.dialect.mysql;

/** Text as the servers write it: quotes, escapes, and where a part of it ends. */
final class ServerText {

  private ServerText() {}

  /** A string for a statement, under any SQL mode but {@code NO_BACKSLASH_ESCAPES}. */
  static String literal(String value) {
    return "'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "''")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\0", "\\0")
        + "'";
  }

  /** MySQL's catalogs show expressions as they would stand in a string. */
  static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        plain.append(
            switch (text.charAt(at)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              case '0' -> '\0';
              default -> text.charAt(at);
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /**
   * Where some words begin, outside of quotes, comments and brackets.
   *
   * @param from where to begin to look; a bracket that is open there does not count
   * @return -1 when they are not there
   */
  static int find(String sql, String words, int from) {
    int depth = 0;
    for (int at = from; at < sql.length(); at = endOfToken(sql, at)) {
      if (depth == 0 && sql.regionMatches(true, at, words, 0, words.length())) {
        return at;
      }
      depth += sql.charAt(at) == '(' ? 1 : sql.charAt(at) == ')' ? -1 : 0;
    }
    return -1;
  }

  /** The end of a quoted text or comment that begins here, or of one character. */
  static int endOfToken(String sql, int start) {
    char quote = sql.charAt(start);
    if (sql.startsWith("/*", start) && !sql.startsWith("/*!", start)) {
      int end = sql.indexOf("*/", start + 2);
      return end < 0 ? sql.length() : end + 2;
    }
    if (quote != '\'' && quote != '"' && quote != '`') {
      return start + 1;
    }
    for (int at = start + 1; at < sql.length(); at++) {
      if (sql.charAt(at) == '\\' && quote != '`') {
        at++;
      } else if (sql.charAt(at) == quote) {
        return at + 1;
      }
    }
    return sql.length();
  }
}
