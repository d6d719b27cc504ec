package io.github.schemagitops.dialect.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments like {@code /*!50100 PARTITION BY …} that are SQL to servers from a version on: those of
 * today, all of them. Grammars take them for comments.
 */
final class VersionComments {

  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*+`|--\\s[^\n]*+|#[^\n]*+|/\\*M?!\\d*|/\\*|\\*/",
          Pattern.DOTALL);

  private VersionComments() {}

  /** The same text with spaces for the marks of these comments, so that places stay. */
  static String opened(String sql) {
    StringBuilder open = new StringBuilder(sql);
    Matcher token = TOKEN.matcher(sql);
    boolean inside = false;
    int at = 0;
    while (token.find(at)) {
      at = token.end();
      String found = token.group();
      if (found.equals("/*")) {
        int end = sql.indexOf("*/", at);
        at = end < 0 ? sql.length() : end + 2;
      } else if (found.startsWith("/*") || (found.equals("*/") && inside)) {
        inside = found.startsWith("/*");
        open.replace(token.start(), token.end(), " ".repeat(found.length()));
      }
    }
    return open.toString();
  }
}
