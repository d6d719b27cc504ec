package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static org.jooq.meta.mysql.information_schema.Tables.COLUMNS;

import java.util.regex.Pattern;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * A column's definition, from its row in the catalog.
 *
 * @param row with the columns that {@link TableQueries} selects
 * @param mariaDb true on MariaDB, which writes defaults as SQL; MySQL writes their bare value
 */
record ColumnText(Record row, boolean mariaDb) {

  /** MySQL's word for a default that is an expression. */
  private static final String EXPRESSION_DEFAULT = "DEFAULT_GENERATED";

  /** On MariaDB, a column that may be null has a default, null, unless somebody dropped it. */
  static final String NO_DEFAULT = "NO DEFAULT";

  /** Types whose defaults the catalog writes as literals of bits or bytes. */
  private static final Pattern BITS = Pattern.compile("^(?:bit|binary|varbinary)\\b.*");

  private static final Pattern NOW = Pattern.compile("(?i)^current_timestamp(?:\\(\\d*\\))?$");

  String text() {
    boolean generated = isGenerated();
    String notNull = isNullable() ? null : "NOT NULL";
    return words(
        row.get(COLUMNS.COLUMN_TYPE),
        prefixed("COLLATE ", row.get(COLUMNS.COLLATION_NAME)),
        generated ? generation() : notNull,
        generated ? mariaDb ? null : notNull : defaultValue(),
        others(),
        mariaDb ? null : prefixed("SRID ", row.get(COLUMNS.SRS_ID)));
  }

  private boolean isNullable() {
    return row.get(COLUMNS.IS_NULLABLE).equals("YES");
  }

  private String extra() {
    return String.valueOf(row.get(COLUMNS.EXTRA));
  }

  private boolean isGenerated() {
    String expression = row.get(COLUMNS.GENERATION_EXPRESSION);
    return expression != null && !expression.isEmpty();
  }

  private String generation() {
    String expression = row.get(COLUMNS.GENERATION_EXPRESSION);
    if (mariaDb && expression.startsWith("ROW ")) {
      return "GENERATED ALWAYS AS " + expression;
    }
    return "GENERATED ALWAYS AS (%s) %s"
        .formatted(
            mariaDb ? expression : ServerText.unescaped(expression),
            extra().contains("STORED GENERATED") ? "STORED" : "VIRTUAL");
  }

  private @Nullable String defaultValue() {
    String value = row.get(COLUMNS.COLUMN_DEFAULT);
    if (mariaDb) {
      boolean none = value == null && isNullable() && !extra().contains("auto_increment");
      return none ? NO_DEFAULT : "NULL".equals(value) ? null : prefixed("DEFAULT ", value);
    }
    if (value == null) {
      return null;
    }
    if (extra().contains(EXPRESSION_DEFAULT)) {
      String expression = ServerText.unescaped(value);
      return "DEFAULT " + (NOW.matcher(value).matches() ? value : "(" + expression + ")");
    }
    boolean literal = BITS.matcher(row.get(COLUMNS.COLUMN_TYPE)).matches();
    return "DEFAULT " + (literal ? value : ServerText.literal(value));
  }

  /** Counting, ON UPDATE, invisibility, system versioning. */
  private String others() {
    return extra()
        .replaceAll("(?:STORED|VIRTUAL|PERSISTENT) GENERATED|" + EXPRESSION_DEFAULT, "")
        .replaceAll(",? +", " ")
        .strip();
  }

  private static @Nullable String prefixed(String prefix, @Nullable Object value) {
    return value == null ? null : prefix + value;
  }
}
