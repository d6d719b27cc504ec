package io.github.schemagitops.lint;

import io.github.schemagitops.statement.QualifiedName;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

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

  /**
   * Sizes by the names that servers and reports write, quoted where SQL needs it.
   *
   * @param defaultSchema where names without schema belong
   */
  public static TableSizes named(Map<String, Long> rows, String defaultSchema) {
    return new TableSizes(
        rows.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> EffectNames.parse(entry.getKey()).in(defaultSchema),
                    Map.Entry::getValue,
                    Math::max)));
  }

  /** Number of rows of a table, when it is known. */
  public OptionalLong of(QualifiedName table, String defaultSchema) {
    Long known = rows.get(table.in(defaultSchema));
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }
}
