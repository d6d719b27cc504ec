package io.github.schemagitops.dialect.mysql;

import java.util.ArrayList;
import java.util.List;

/**
 * A name as {@link Names} writes it, taken apart.
 *
 * @param parts as they stand there, quotes included: database, table and column or fewer
 */
record SqlName(List<String> parts) {

  SqlName {
    parts = List.copyOf(parts);
  }

  static SqlName of(String name) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < name.length()) {
      if (name.charAt(at) == '.') {
        parts.add(name.substring(start, at));
        start = at + 1;
      }
      at = ServerText.endOfToken(name, at);
    }
    parts.add(name.substring(start));
    return new SqlName(parts);
  }

  /**
   * The name of what belongs to a table, without the table and the kind that tells it from others
   * of its name: {@code by_customer} for {@code orders.by_customer (foreign key)}.
   */
  static String within(String table, String name) {
    String last = name.substring(table.length() + 1);
    int end = last.startsWith("`") ? ServerText.endOfToken(last, 0) : last.indexOf(' ');
    return end < 0 ? last : last.substring(0, end);
  }

  /** The last part. */
  String last() {
    return parts.get(parts.size() - 1);
  }

  /** Another name in the database of this table, view or routine. */
  String sibling(String other) {
    return parts.size() < 2 ? other : parts.get(0) + "." + other;
  }

  /** The last part in quotes, as servers write it into definitions. */
  String quoted() {
    return last().startsWith("`") ? last() : "`" + last() + "`";
  }
}
