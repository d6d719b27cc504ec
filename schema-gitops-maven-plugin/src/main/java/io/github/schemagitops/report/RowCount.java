package io.github.schemagitops.report;

import java.util.OptionalLong;

/**
 * How many rows a table had before the new migrations and has after them.
 *
 * @param table qualified name
 * @param before empty when there was no such table
 * @param after empty when there is no such table any more
 */
public record RowCount(String table, OptionalLong before, OptionalLong after) {

  /** True when rows were added or removed, or the table with its rows. */
  public boolean changed() {
    return before.orElse(0) != after.orElse(0);
  }

  /** {@code orders 3 → 5}. */
  public String words() {
    return "%s %s → %s".formatted(table, words(before), words(after));
  }

  private static String words(OptionalLong count) {
    return count.isPresent() ? Long.toString(count.getAsLong()) : "none";
  }
}
