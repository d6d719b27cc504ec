package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static org.jooq.meta.mysql.information_schema.Tables.COLUMNS;

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

  String text() {
    return words(
        row.get(COLUMNS.COLUMN_TYPE),
        prefixed("COLLATE ", row.get(COLUMNS.COLLATION_NAME)),
        isNullable() ? null : "NOT NULL",
        generation(),
        defaultValue(),
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

  private @Nullable String generation() {
    if (!isGenerated()) {
      return null;
    }
    String kept = extra().contains("STORED GENERATED") ? "STORED" : "VIRTUAL";
    return "GENERATED ALWAYS AS (%s) %s".formatted(row.get(COLUMNS.GENERATION_EXPRESSION), kept);
  }

  private @Nullable String defaultValue() {
    String value = row.get(COLUMNS.COLUMN_DEFAULT);
    if (isGenerated()) {
      return null;
    }
    if (mariaDb) {
      boolean none = value == null && isNullable() && !extra().contains("auto_increment");
      return none ? "NO DEFAULT" : "NULL".equals(value) ? null : prefixed("DEFAULT ", value);
    }
    return extra().contains(EXPRESSION_DEFAULT)
        ? prefixed("DEFAULT ", value)
        : value == null ? null : "DEFAULT '" + value.replace("'", "''") + "'";
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
