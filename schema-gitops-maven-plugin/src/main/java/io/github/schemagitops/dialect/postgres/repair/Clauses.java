package io.github.schemagitops.dialect.postgres.repair;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A definition as a list of clauses, each of which begins with a keyword.
 *
 * @param head what stands before the first keyword
 * @param values what follows each keyword that the text has; empty text when nothing does
 */
record Clauses(String head, Map<String, String> values) {

  /**
   * Reads a definition.
   *
   * @param keywords in the order in which the text may have them, each at most once; a keyword that
   *     begins like another one comes before it
   */
  static Clauses read(String text, String... keywords) {
    Map<String, String> values = new LinkedHashMap<>();
    String head = "";
    String open = "";
    int start = 0;
    int expected = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); ) {
      int found = depth == 0 ? keywordAt(text, i, keywords, expected) : -1;
      if (found < 0) {
        depth += SqlScan.depth(text.charAt(i));
        i = SqlScan.next(text, i);
        continue;
      }
      String before = text.substring(start, i).strip();
      if (open.isEmpty()) {
        head = before;
      } else {
        values.put(open, before);
      }
      open = keywords[found];
      expected = found + 1;
      i += open.length();
      start = i;
    }
    String last = text.substring(start).strip();
    if (open.isEmpty()) {
      head = last;
    } else {
      values.put(open, last);
    }
    return new Clauses(head, values);
  }

  private static int keywordAt(String text, int at, String[] keywords, int expected) {
    for (int k = expected; k < keywords.length; k++) {
      if (SqlScan.isPhraseAt(text, keywords[k], at)) {
        return k;
      }
    }
    return -1;
  }

  Optional<String> get(String keyword) {
    return Optional.ofNullable(values.get(keyword));
  }

  boolean has(String keyword) {
    return values.containsKey(keyword);
  }
}
