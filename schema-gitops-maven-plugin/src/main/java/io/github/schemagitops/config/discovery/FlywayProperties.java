package io.github.schemagitops.config.discovery;

import io.github.schemagitops.config.JdbcUrls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Flyway settings by their documented names without the {@code flyway.} prefix, for instance {@code
 * locations} or {@code placeholders.currency}.
 *
 * @param origin where they stand, for people, for instance {@code flyway.conf}
 * @param values by name; lists are joined with commas
 */
public record FlywayProperties(String origin, Map<String, String> values) {

  /** Tells the product; what may stand in one is not kept. */
  private static final String URL = "url";

  /** The settings we understand; everything else in the same place is Flyway's own business. */
  static final List<String> UNDERSTOOD =
      List.of(
          "database",
          "url",
          "locations",
          "schemas",
          "defaultSchema",
          "table",
          "encoding",
          "placeholderReplacement",
          "placeholderPrefix",
          "placeholderSuffix",
          "sqlMigrationPrefix",
          "repeatableSqlMigrationPrefix",
          "sqlMigrationSeparator",
          "sqlMigrationSuffixes",
          "outOfOrder",
          "mixed",
          "database",
          URL);

  private static final String PLACEHOLDERS = "placeholders.";

  public FlywayProperties {
    Map<String, String> understood = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            canonical(name)
                .ifPresent(c -> understood.put(c, c.equals(URL) ? JdbcUrls.redact(value) : value)));
    values = understood;
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Placeholder values by name. */
  Map<String, String> placeholders() {
    Map<String, String> placeholders = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(PLACEHOLDERS)) {
            placeholders.put(name.substring(PLACEHOLDERS.length()), value);
          }
        });
    return placeholders;
  }

  /** Spring writes {@code out-of-order} where Flyway writes {@code outOfOrder}. */
  private static Optional<String> canonical(String name) {
    if (name.startsWith(PLACEHOLDERS)) {
      return Optional.of(name);
    }
    String plain = name.replace("-", "").toLowerCase(Locale.ROOT);
    return UNDERSTOOD.stream().filter(u -> u.toLowerCase(Locale.ROOT).equals(plain)).findFirst();
  }
}
