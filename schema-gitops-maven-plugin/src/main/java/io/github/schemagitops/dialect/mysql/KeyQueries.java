package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.jooq.meta.mysql.information_schema.Tables.KEY_COLUMN_USAGE;
import static org.jooq.meta.mysql.information_schema.Tables.REFERENTIAL_CONSTRAINTS;
import static org.jooq.meta.mysql.information_schema.Tables.STATISTICS;

import io.github.schemagitops.schema.ObjectKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Primary and unique keys, other indexes, and foreign keys. */
final class KeyQueries {

  private static final String PRIMARY = "PRIMARY";
  private static final Field<String> HIDDEN = DSL.field(DSL.name("hidden"), String.class);
  private static final Field<String> EXPRESSION = DSL.field(DSL.name("expr"), String.class);

  private KeyQueries() {}

  /** A key is a constraint and its index in one. */
  static void indexes(CatalogContext catalog, Inventory inventory) {
    Field<String> hidden =
        catalog.mariaDb()
            ? DSL.when(CatalogContext.column("IGNORED").eq("YES"), "IGNORED")
            : DSL.when(STATISTICS.IS_VISIBLE.eq("NO"), "INVISIBLE");
    KeyOptions options = new KeyOptions(catalog);
    Map<String, String> periods = Periods.byKey(catalog);
    Field<String> expression =
        catalog.mariaDb() ? DSL.castNull(String.class) : STATISTICS.EXPRESSION;
    catalog
        .dsl()
        .select(
            STATISTICS.TABLE_SCHEMA,
            STATISTICS.TABLE_NAME,
            STATISTICS.INDEX_NAME,
            STATISTICS.NON_UNIQUE,
            STATISTICS.COLUMN_NAME,
            STATISTICS.COLLATION,
            STATISTICS.SUB_PART,
            STATISTICS.INDEX_TYPE,
            STATISTICS.INDEX_COMMENT,
            hidden.as(HIDDEN),
            expression.as(EXPRESSION))
        .from(STATISTICS)
        .where(catalog.in(STATISTICS.TABLE_SCHEMA))
        .orderBy(STATISTICS.SEQ_IN_INDEX)
        .stream()
        .collect(
            groupingBy(
                row ->
                    List.of(
                        row.get(STATISTICS.TABLE_SCHEMA),
                        row.get(STATISTICS.TABLE_NAME),
                        row.get(STATISTICS.INDEX_NAME)),
                LinkedHashMap::new,
                toList()))
        .forEach(
            (key, rows) -> {
              Optional<String> period =
                  Optional.ofNullable(
                      periods.get(catalog.names().of(key.get(0), key.get(1), key.get(2))));
              String type = rows.get(0).get(STATISTICS.INDEX_TYPE);
              index(catalog, inventory, key, rows, period, options.of(key, type));
            });
  }

  private static void index(
      CatalogContext catalog,
      Inventory inventory,
      List<String> key,
      List<? extends Record> rows,
      Optional<String> period,
      String options) {
    Record first = rows.get(0);
    boolean primary = key.get(2).equals(PRIMARY);
    boolean unique = first.get(STATISTICS.NON_UNIQUE).intValue() == 0;
    String type = first.get(STATISTICS.INDEX_TYPE);
    boolean ordinary = type.equals("BTREE") || type.equals("HASH");
    inventory.addTo(
        catalog.names().of(key.get(0), key.get(1)),
        unique ? ObjectKind.CONSTRAINT : ObjectKind.INDEX,
        primary
            ? catalog.names().of(key.get(0), key.get(1)) + "." + PRIMARY
            : catalog.names().of(key.get(0), key.get(1), key.get(2)),
        "key",
        words(
            primary ? "PRIMARY KEY" : unique ? "UNIQUE" : ordinary ? "INDEX" : type,
            parts(rows, period),
            type.equals("HASH") ? "USING HASH" : null,
            options,
            first.get(HIDDEN)),
        first.get(STATISTICS.INDEX_COMMENT));
  }

  /** A period stands for its two columns, which the catalog lists last. */
  private static String parts(List<? extends Record> rows, Optional<String> period) {
    int ofPeriod = period.isPresent() ? 2 : 0;
    return Stream.concat(
            rows.subList(0, rows.size() - ofPeriod).stream().map(KeyQueries::part),
            period.stream().map(p -> Names.quoted(p) + " WITHOUT OVERLAPS"))
        .collect(joining(", ", "(", ")"));
  }

  private static String part(Record row) {
    String expression = row.get(EXPRESSION);
    // Of a spatial index it is the size of a rectangle.
    boolean spatial = row.get(STATISTICS.INDEX_TYPE).equals("SPATIAL");
    Object length = spatial ? null : row.get(STATISTICS.SUB_PART);
    return (expression == null
            ? Names.quoted(row.get(STATISTICS.COLUMN_NAME))
            : "(" + ServerText.unescaped(expression) + ")")
        + (length == null ? "" : "(" + length + ")")
        + ("D".equals(row.get(STATISTICS.COLLATION)) ? " DESC" : "");
  }

  static void foreignKeys(CatalogContext catalog, Inventory inventory) {
    Map<List<String>, String> actions = actions(catalog);
    catalog
        .dsl()
        .select(
            KEY_COLUMN_USAGE.TABLE_SCHEMA,
            KEY_COLUMN_USAGE.TABLE_NAME,
            KEY_COLUMN_USAGE.CONSTRAINT_NAME,
            KEY_COLUMN_USAGE.COLUMN_NAME,
            KEY_COLUMN_USAGE.REFERENCED_TABLE_SCHEMA,
            KEY_COLUMN_USAGE.REFERENCED_TABLE_NAME,
            KEY_COLUMN_USAGE.REFERENCED_COLUMN_NAME)
        .from(KEY_COLUMN_USAGE)
        .where(catalog.in(KEY_COLUMN_USAGE.TABLE_SCHEMA))
        .and(KEY_COLUMN_USAGE.REFERENCED_TABLE_NAME.isNotNull())
        .orderBy(KEY_COLUMN_USAGE.ORDINAL_POSITION)
        .stream()
        .collect(
            groupingBy(
                row ->
                    List.of(
                        row.get(KEY_COLUMN_USAGE.TABLE_SCHEMA),
                        row.get(KEY_COLUMN_USAGE.TABLE_NAME),
                        row.get(KEY_COLUMN_USAGE.CONSTRAINT_NAME)),
                LinkedHashMap::new,
                toList()))
        .forEach(
            (key, rows) ->
                inventory.addTo(
                    catalog.names().of(key.get(0), key.get(1)),
                    ObjectKind.CONSTRAINT,
                    catalog.names().of(key.get(0), key.get(1), key.get(2)),
                    "foreign key",
                    foreignKey(catalog, rows, actions.get(key)),
                    null));
  }

  private static String foreignKey(
      CatalogContext catalog, List<? extends Record> rows, @Nullable String actions) {
    Record first = rows.get(0);
    return words(
        "FOREIGN KEY",
        columns(rows, row -> row.get(KEY_COLUMN_USAGE.COLUMN_NAME)),
        "REFERENCES",
        catalog
            .names()
            .of(
                first.get(KEY_COLUMN_USAGE.REFERENCED_TABLE_SCHEMA),
                first.get(KEY_COLUMN_USAGE.REFERENCED_TABLE_NAME)),
        columns(rows, row -> row.get(KEY_COLUMN_USAGE.REFERENCED_COLUMN_NAME)),
        actions);
  }

  private static String columns(List<? extends Record> rows, Function<Record, String> column) {
    return rows.stream().map(column).map(Names::quoted).collect(joining(", ", "(", ")"));
  }

  /** What happens to referring rows, by database, table and constraint. */
  private static Map<List<String>, String> actions(CatalogContext catalog) {
    Map<List<String>, String> actions = new HashMap<>();
    catalog
        .dsl()
        .select(
            REFERENTIAL_CONSTRAINTS.CONSTRAINT_SCHEMA,
            REFERENTIAL_CONSTRAINTS.TABLE_NAME,
            REFERENTIAL_CONSTRAINTS.CONSTRAINT_NAME,
            REFERENTIAL_CONSTRAINTS.DELETE_RULE,
            REFERENTIAL_CONSTRAINTS.UPDATE_RULE)
        .from(REFERENTIAL_CONSTRAINTS)
        .where(catalog.in(REFERENTIAL_CONSTRAINTS.CONSTRAINT_SCHEMA))
        .forEach(
            row ->
                actions.put(
                    List.of(row.value1(), row.value2(), row.value3()),
                    "ON DELETE %s ON UPDATE %s".formatted(row.value4(), row.value5())));
    return actions;
  }
}
