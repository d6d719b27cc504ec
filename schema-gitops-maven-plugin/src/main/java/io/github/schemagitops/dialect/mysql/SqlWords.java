package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.mysql.SqlWord.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a statement into words, without comments. A parser is not needed to say where a table's name
 * is, and would refuse what a newer server understands.
 */
final class SqlWords {

  /** A comment whose text the server runs; the version is optional. */
  private static final Pattern EXECUTABLE = Pattern.compile("/\\*(M?)!(\\d{5,6})?");

  private final String sql;
  private final MySqlServer server;
  private final boolean ansiQuotes;
  private final boolean backslashEscapes;
  private final List<SqlWord> words = new ArrayList<>();
  private int at;
  private boolean inExecutable;

  private SqlWords(String sql, MySqlServer server, String sqlMode) {
    this.sql = sql;
    this.server = server;
    this.ansiQuotes = sqlMode.contains("ANSI_QUOTES");
    this.backslashEscapes = !sqlMode.contains("NO_BACKSLASH_ESCAPES");
  }

  /**
   * The words of a statement.
   *
   * @param sqlMode of the session that runs it
   */
  static List<SqlWord> of(String sql, MySqlServer server, String sqlMode) {
    SqlWords reader = new SqlWords(sql, server, sqlMode);
    while (reader.at < sql.length()) {
      reader.step();
    }
    return List.copyOf(reader.words);
  }

  private void step() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '#' || startsLineComment()) {
      at = indexOrEnd("\n", at);
    } else if (sql.startsWith("/*", at)) {
      comment();
    } else if (inExecutable && sql.startsWith("*/", at)) {
      inExecutable = false;
      at += 2;
    } else if (c == '`' || (c == '"' && ansiQuotes)) {
      add(Kind.QUOTED, quotedEnd(c, false));
    } else if (c == '\'' || c == '"') {
      add(Kind.STRING, quotedEnd(c, backslashEscapes));
    } else if (isPlain(c)) {
      int end = at;
      while (end < sql.length() && isPlain(sql.charAt(end))) {
        end++;
      }
      add(Kind.PLAIN, end);
    } else {
      add(Kind.SYMBOL, at + 1);
    }
  }

  /** Two dashes begin a comment only when white space or the end follows. */
  private boolean startsLineComment() {
    return sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
  }

  private void comment() {
    Matcher executable = EXECUTABLE.matcher(sql).region(at, sql.length());
    if (executable.lookingAt()
        && server.runsComment(!executable.group(1).isEmpty(), executable.group(2))) {
      inExecutable = true;
      at = executable.end();
    } else {
      at = Math.min(sql.length(), indexOrEnd("*/", at + 2) + 2);
    }
  }

  private int quotedEnd(char quote, boolean escapes) {
    int end = at + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      if (c == '\\' && escapes) {
        end++;
      } else if (c == quote) {
        if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
          return end + 1;
        }
        end++;
      }
      end++;
    }
    return sql.length();
  }

  private static boolean isPlain(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 0x7f;
  }

  private void add(Kind kind, int end) {
    words.add(new SqlWord(kind, sql.substring(at, end), at, end));
    at = end;
  }

  private int indexOrEnd(String text, int from) {
    int index = sql.indexOf(text, from);
    return index < 0 ? sql.length() : index;
  }
}
