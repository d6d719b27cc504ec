package io.github.schemagitops.lint;

import io.github.schemagitops.statement.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How many rows tables have in a real database, as {@code schema:stats} has read them.
 *
 * @param rows estimated number by name, schema included
 */
public record TableSizes(Map<QualifiedName, Long> rows) {

  /** Nothing is known. */
  public static final TableSizes UNKNOWN = new TableSizes(Map.of());

  public TableSizes {
    rows = Map.copyOf(rows);
  }

  /** Sizes by names as people write them; one without schema belongs to the default one. */
  public static TableSizes of(Map<String, Long> rows, String defaultSchema) {
    Map<QualifiedName, Long> byName = new HashMap<>();
    rows.forEach((name, number) -> byName.put(EffectNames.parse(name).in(defaultSchema), number));
    return new TableSizes(byName);
  }

  /** Number of rows of a table, when it is known. */
  public OptionalLong of(QualifiedName table, String defaultSchema) {
    Long known = rows.get(table.in(defaultSchema));
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }
}
