package io.github.schemagitops.dialect.mysql;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of programs. MySQL's catalogs show them with strings that are no SQL any more ({@code
 * 'it's'}), so that two programs may look alike; a program with a string is asked for by itself.
 *
 * @param catalog where to ask
 */
record Bodies(CatalogContext catalog) {

  private static final Pattern QUOTES = Pattern.compile("['\"\\\\]");

  /** What stands between the parameters of a routine and its body, a line each. */
  private static final Pattern CHARACTERISTICS =
      Pattern.compile(
          "^(?: RETURNS [^\\n]*)?\\n(?:    (?:LANGUAGE|NOT DETERMINISTIC|DETERMINISTIC|NO SQL|CONTAINS SQL"
              + "|READS SQL DATA|MODIFIES SQL DATA|SQL SECURITY|COMMENT)\\b[^\\n]*\\n)*");

  /**
   * The body as it was written.
   *
   * @param kind {@code TRIGGER}, {@code FUNCTION}, {@code PROCEDURE} or {@code EVENT}
   * @param shown as the catalog shows it; null when it hides it
   * @return empty when it is hidden from the login
   */
  Optional<String> of(String kind, String database, String name, @Nullable String shown) {
    if (shown == null || catalog.mariaDb() || !QUOTES.matcher(shown).find()) {
      return Optional.ofNullable(shown);
    }
    Record created =
        catalog
            .dsl()
            .fetchSingle(
                "show create %s %s"
                    .formatted(kind.toLowerCase(Locale.ROOT), Names.path(database, name)));
    // The columns before are the name, the SQL mode and, for events, the time zone.
    String statement = created.get(kind.equals("EVENT") ? 3 : 2, String.class);
    return Optional.ofNullable(statement).map(sql -> body(kind, sql));
  }

  private static String body(String kind, String sql) {
    return switch (kind) {
      case "TRIGGER" -> after(sql, " FOR EACH ROW ");
      case "EVENT" -> after(sql, " DO ");
      default -> {
        int parameters = ServerText.find(sql, "(", 0);
        int end = ServerText.find(sql, ")", parameters + 1);
        yield CHARACTERISTICS.matcher(sql.substring(end + 1)).replaceFirst("");
      }
    };
  }

  private static String after(String sql, String words) {
    return sql.substring(ServerText.find(sql, words, 0) + words.length());
  }
}
