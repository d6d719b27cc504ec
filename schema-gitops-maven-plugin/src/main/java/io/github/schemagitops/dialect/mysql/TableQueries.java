package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static org.jooq.meta.mysql.information_schema.Tables.COLUMNS;
import static org.jooq.meta.mysql.information_schema.Tables.TABLES;

import io.github.schemagitops.schema.ObjectKind;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Tables and their columns. */
final class TableQueries {

  private static final String PARTITIONED = "partitioned";
  private static final String ROW_FORMAT = "row_format=";

  private static final Pattern OPTION =
      Pattern.compile("(?:(?:DATA|INDEX) DIRECTORY|[^ =]+)(?:=(?:'[^']*'|\"[^\"]*\"|\\S*))?");

  /** What InnoDB does unless told otherwise. */
  private static final String DYNAMIC = "DYNAMIC";

  /** What MariaDB notes on Aria tables of its own accord when they are altered or dumped. */
  private static final String ARIA_DEFAULT = "page_checksum=1";

  private TableQueries() {}

  /** What a table is apart from its columns; counters and statistics are none of it. */
  static void tables(CatalogContext catalog, Inventory inventory) {
    Map<String, String> partitions = Partitions.byTable(catalog);
    Map<String, String> periods = Periods.byTable(catalog);
    Map<String, String> attributes = Attributes.ofTables(catalog);
    catalog
        .dsl()
        .select(
            TABLES.TABLE_SCHEMA,
            TABLES.TABLE_NAME,
            TABLES.TABLE_TYPE,
            TABLES.ENGINE,
            TABLES.ROW_FORMAT,
            TABLES.TABLE_COLLATION,
            TABLES.CREATE_OPTIONS,
            TABLES.TABLE_COMMENT,
            CatalogContext.time(TABLES.CREATE_TIME))
        .from(TABLES)
        .where(catalog.in(TABLES.TABLE_SCHEMA))
        .and(TABLES.TABLE_TYPE.in("BASE TABLE", "SYSTEM VERSIONED"))
        .forEach(
            row -> {
              String table = row.get(TABLES.TABLE_NAME);
              if (catalog.isTool(table)) {
                return;
              }
              String name = catalog.names().of(row.get(TABLES.TABLE_SCHEMA), table);
              inventory.changedAt(row.get(CatalogContext.CHANGED));
              inventory.add(
                  ObjectKind.TABLE,
                  name,
                  words(
                      "ENGINE=" + row.get(TABLES.ENGINE),
                      "COLLATE=" + row.get(TABLES.TABLE_COLLATION),
                      rowFormat(row),
                      otherOptions(row),
                      attributes.get(name),
                      periods.get(name),
                      row.get(TABLES.TABLE_TYPE).startsWith("SYSTEM")
                          ? "WITH SYSTEM VERSIONING"
                          : null,
                      partitions.get(name)),
                  row.get(TABLES.TABLE_COMMENT));
            });
  }

  /**
   * As asked for, else as it is: MySQL does not tell how a partitioned table is. Other engines
   * choose it by their columns.
   */
  private static @Nullable String rowFormat(Record row) {
    String format =
        options(row)
            .filter(option -> option.startsWith(ROW_FORMAT))
            .map(option -> option.substring(ROW_FORMAT.length()))
            .findFirst()
            .orElse(isInnoDb(row) ? row.get(TABLES.ROW_FORMAT) : DYNAMIC)
            .toUpperCase(Locale.ROOT);
    return format.equals(DYNAMIC) ? null : "ROW_FORMAT=" + format;
  }

  private static String otherOptions(Record row) {
    return options(row)
        .filter(option -> !option.equals(PARTITIONED) && !option.startsWith(ROW_FORMAT))
        .filter(option -> !option.equals(ARIA_DEFAULT))
        .map(option -> option.replace('"', '\''))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> options(Record row) {
    return OPTION
        .matcher(Objects.toString(row.get(TABLES.CREATE_OPTIONS), ""))
        .results()
        .map(MatchResult::group);
  }

  private static boolean isInnoDb(Record row) {
    return "InnoDB".equals(row.get(TABLES.ENGINE));
  }

  /**
   * Columns of tables. The place of a column is not part of its definition: one new column would
   * change all that come after it.
   */
  static void columns(CatalogContext catalog, Inventory inventory) {
    Map<String, String> attributes = Attributes.ofColumns(catalog);
    catalog
        .dsl()
        .select(
            COLUMNS.TABLE_SCHEMA,
            COLUMNS.TABLE_NAME,
            COLUMNS.COLUMN_NAME,
            COLUMNS.COLUMN_TYPE,
            COLUMNS.COLLATION_NAME,
            COLUMNS.IS_NULLABLE,
            COLUMNS.COLUMN_DEFAULT,
            COLUMNS.EXTRA,
            COLUMNS.GENERATION_EXPRESSION,
            COLUMNS.COLUMN_COMMENT)
        .select(catalog.mariaDb() ? CatalogContext.column("IS_GENERATED") : COLUMNS.SRS_ID)
        .from(COLUMNS)
        .where(catalog.in(COLUMNS.TABLE_SCHEMA))
        .forEach(
            row -> {
              String database = row.get(COLUMNS.TABLE_SCHEMA);
              String table = row.get(COLUMNS.TABLE_NAME);
              String name = catalog.names().of(database, table, row.get(COLUMNS.COLUMN_NAME));
              inventory.addTo(
                  catalog.names().of(database, table),
                  ObjectKind.COLUMN,
                  name,
                  "column",
                  words(new ColumnText(row, catalog.mariaDb()).text(), attributes.get(name)),
                  row.get(COLUMNS.COLUMN_COMMENT));
            });
  }
}
