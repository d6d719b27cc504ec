package io.github.schemagitops.config.discovery;

import io.github.schemagitops.config.JdbcUrls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Flyway settings by their documented names without the {@code flyway.} prefix, for instance {@code
 * locations} or {@code placeholders.currency}.
 *
 * @param origin where they stand, for people, for instance {@code flyway.conf}
 * @param values by name; lists are joined with commas
 * @param runs true when the settings show that Flyway itself runs the migrations
 */
public record FlywayProperties(String origin, Map<String, String> values, boolean runs) {

  /** Tells the product; what may stand in one is not kept. */
  private static final String URL = "url";

  private static final String INIT_SQL = "initSql";

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
          URL,
          "enabled",
          "postgresqlTransactionalLock",
          INIT_SQL);

  /** The names that Spring has for it. */
  private static final Pattern INIT_SQLS = Pattern.compile("initsqls(\\[\\d+])?");

  private static final String PLACEHOLDERS = "placeholders.";

  public FlywayProperties {
    Map<String, String> understood = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            canonical(name)
                .ifPresent(
                    c ->
                        understood.merge(
                            c,
                            c.equals(URL) ? JdbcUrls.redact(value) : value,
                            (one, other) -> c.equals(INIT_SQL) ? one + "; " + other : other)));
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

  /**
   * Spring writes {@code out-of-order} where Flyway writes {@code outOfOrder}, and some places have
   * {@code postgresql.transactional.lock} in more than one piece.
   */
  private static Optional<String> canonical(String name) {
    if (name.startsWith(PLACEHOLDERS)) {
      return Optional.of(name);
    }
    String plain = name.replaceAll("[-.]", "").toLowerCase(Locale.ROOT);
    if (INIT_SQLS.matcher(plain).matches()) {
      return Optional.of(INIT_SQL);
    }
    return UNDERSTOOD.stream().filter(u -> u.toLowerCase(Locale.ROOT).equals(plain)).findFirst();
  }
}
