package io.github.schemagitops.trial;

import io.github.schemagitops.report.RowCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Compares the rows of tables at two moments. */
public final class RowCounts {

  private RowCounts() {}

  /** Both counts of every table, sorted by name. */
  public static List<RowCount> compare(Map<String, Long> before, Map<String, Long> after) {
    TreeSet<String> tables = new TreeSet<>(before.keySet());
    tables.addAll(after.keySet());
    List<RowCount> counts = new ArrayList<>();
    for (String table : tables) {
      counts.add(new RowCount(table, of(before, table), of(after, table)));
    }
    return counts;
  }

  private static OptionalLong of(Map<String, Long> counts, String table) {
    Long count = counts.get(table);
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
