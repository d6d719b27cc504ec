package io.github.schemagitops.dialect.postgres.repair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options of foreign servers, tables and columns. Where a value has a secret, the snapshot has
 * {@code ***} instead, and nobody can write the option again.
 *
 * @param values SQL literals by name
 */
record ForeignOptions(Map<String, String> values) {

  private static final String SECRET = "***";

  static final String REFUSAL = "it has a secret, and secrets are not in snapshots";

  /**
   * Reads a list.
   *
   * @param list {@code host 'db', port '5432'}, with or without parentheses
   */
  static ForeignOptions of(String list) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String item : SqlScan.items(SqlScan.inside(list))) {
      int end = 0;
      while (item.charAt(end) != ' ') {
        end = SqlScan.next(item, end);
      }
      values.put(item.substring(0, end), item.substring(end + 1));
    }
    return new ForeignOptions(values);
  }

  boolean hasSecret() {
    return values.values().stream().anyMatch(v -> v.contains(SECRET));
  }

  /** Why these options cannot be reached from others; empty when they can. */
  Optional<String> refusalFrom(ForeignOptions before) {
    boolean secret =
        values.entrySet().stream()
            .anyMatch(
                o ->
                    o.getValue().contains(SECRET)
                        && !o.getValue().equals(before.values.get(o.getKey())));
    return secret ? Optional.of(REFUSAL) : Optional.empty();
  }

  /** {@code OPTIONS (SET host 'other', DROP port)}; empty when there is nothing to do. */
  Optional<String> changesFrom(ForeignOptions before) {
    List<String> changes = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          String old = before.values.get(name);
          if (!value.equals(old)) {
            changes.add((old == null ? "ADD " : "SET ") + name + " " + value);
          }
        });
    before.values.keySet().stream()
        .filter(name -> !values.containsKey(name))
        .forEach(name -> changes.add("DROP " + name));
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of("OPTIONS (" + String.join(", ", changes) + ")");
  }
}
