package io.github.schemagitops.mojo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Parameters of this plugin under Flyway's names. The edge where null becomes absence. */
final class OwnSettings {

  private static final String ON_COMMAND_LINE = "schema.placeholders.";

  private final Map<String, String> values = new LinkedHashMap<>();

  void text(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.put(name, value);
    }
  }

  void list(String name, @Nullable List<String> list) {
    if (list != null && !list.isEmpty()) {
      values.put(name, String.join(",", list));
    }
  }

  void placeholders(@Nullable Map<String, String> configured, Properties userProperties) {
    if (configured != null) {
      // Maven gives null for an empty element.
      configured.forEach((n, v) -> values.put("placeholders." + n, v == null ? "" : v));
    }
    userProperties.stringPropertyNames().stream()
        .filter(n -> n.startsWith(ON_COMMAND_LINE))
        .forEach(
            n ->
                values.put(
                    "placeholders." + n.substring(ON_COMMAND_LINE.length()),
                    userProperties.getProperty(n)));
  }

  Map<String, String> values() {
    return values;
  }
}
