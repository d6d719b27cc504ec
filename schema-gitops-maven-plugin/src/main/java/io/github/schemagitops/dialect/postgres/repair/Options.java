package io.github.schemagitops.dialect.postgres.repair;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Storage parameters and their like.
 *
 * @param values by name
 */
record Options(Map<String, String> values) {

  private static final Pattern PLAIN = Pattern.compile("-?[\\w.]+");

  /**
   * Reads a list as the catalogs have it.
   *
   * @param list {@code fillfactor=90, toast.autovacuum_enabled=false}, in any order
   */
  static Options of(String list) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String item : SqlScan.items(list)) {
      int equals = item.indexOf('=');
      values.put(item.substring(0, equals).strip(), item.substring(equals + 1).strip());
    }
    return new Options(values);
  }

  /** For {@code WITH (…)} and {@code SET (…)}. */
  String sql() {
    return values.entrySet().stream()
        .map(option -> option.getKey() + " = " + value(option.getValue()))
        .collect(joining(", "));
  }

  private static String value(String value) {
    return PLAIN.matcher(value).matches() || value.startsWith("'") ? value : Names.literal(value);
  }

  /** {@code SET (…)} and {@code RESET (…)}, as far as needed, that lead here from other options. */
  List<String> changesFrom(Options before) {
    Map<String, String> set = new LinkedHashMap<>(values);
    set.entrySet().removeIf(o -> Objects.equals(before.values.get(o.getKey()), o.getValue()));
    List<String> gone =
        before.values.keySet().stream().filter(name -> !values.containsKey(name)).toList();
    List<String> changes = new ArrayList<>();
    if (!set.isEmpty()) {
      changes.add("SET (" + new Options(set).sql() + ")");
    }
    if (!gone.isEmpty()) {
      changes.add("RESET (" + String.join(", ", gone) + ")");
    }
    return changes;
  }
}
