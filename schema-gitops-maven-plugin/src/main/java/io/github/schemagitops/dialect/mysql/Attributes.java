package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.column;
import static io.github.schemagitops.dialect.mysql.CatalogContext.words;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What MySQL keeps for storage engines and does not read itself, by name in snapshots. */
final class Attributes {

  private static final Field<String> DATABASE = column("TABLE_SCHEMA");
  private static final Field<String> TABLE = column("TABLE_NAME");
  private static final Field<String> COLUMN = column("COLUMN_NAME");
  private static final Field<String> PRIMARY = column("ENGINE_ATTRIBUTE");
  private static final Field<String> SECONDARY = column("SECONDARY_ENGINE_ATTRIBUTE");

  private Attributes() {}

  static Map<String, String> ofTables(CatalogContext catalog) {
    return read(
        catalog,
        "TABLES_EXTENSIONS",
        DSL.inline(""),
        "=",
        row -> catalog.names().of(row.get(DATABASE), row.get(TABLE)));
  }

  static Map<String, String> ofColumns(CatalogContext catalog) {
    return read(
        catalog,
        "COLUMNS_EXTENSIONS",
        COLUMN,
        " ",
        row -> catalog.names().of(row.get(DATABASE), row.get(TABLE), row.get(COLUMN)));
  }

  private static Map<String, String> read(
      CatalogContext catalog,
      String table,
      Field<String> column,
      String between,
      Function<Record, String> name) {
    Map<String, String> attributes = new TreeMap<>();
    if (!catalog.mariaDb()) {
      catalog
          .dsl()
          .select(DATABASE, TABLE, column, PRIMARY, SECONDARY)
          .from(DSL.table(DSL.name("information_schema", table)))
          .where(catalog.in(DATABASE))
          // Not "is not null": what has none may have an empty text.
          .and(PRIMARY.gt("").or(SECONDARY.gt("")))
          .forEach(
              row ->
                  attributes.put(
                      name.apply(row),
                      words(
                          text("ENGINE_ATTRIBUTE" + between, row.get(PRIMARY)),
                          text("SECONDARY_ENGINE_ATTRIBUTE" + between, row.get(SECONDARY)))));
    }
    return attributes;
  }

  private static @Nullable String text(String word, @Nullable String json) {
    return json == null || json.isEmpty() ? null : word + ServerText.literal(json);
  }
}
