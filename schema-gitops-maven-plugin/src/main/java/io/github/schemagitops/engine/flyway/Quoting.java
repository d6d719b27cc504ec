package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.Database;
import java.util.Optional;

/** How a product's SQL writes comments, strings and quoted names. */
interface Quoting {

  /**
   * Offset behind the comment, string, name or single character that starts at {@code at}; negative
   * when it is never closed.
   */
  int endOfToken(String sql, int at);

  /** True when a comment starts there that the server does not run. */
  boolean isComment(String sql, int at);

  /** For people: what starts there. */
  String kindAt(String sql, int at);

  static Quoting of(Database database) {
    return database == Database.POSTGRESQL ? new PostgresQuoting() : new MySqlQuoting();
  }

  /** The first thing that is opened and never closed. */
  default Optional<OpenQuote> open(String sql) {
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

  /** Length of the white space and comments that a text starts with. */
  default int leading(String sql) {
    int at = 0;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else if (isComment(sql, at)) {
        int end = endOfToken(sql, at);
        at = end < 0 ? sql.length() : end;
      } else {
        break;
      }
    }
    return at;
  }
}
