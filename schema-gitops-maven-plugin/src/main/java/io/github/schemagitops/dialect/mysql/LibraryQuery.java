package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.column;

import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * MySQL's libraries of code in other languages. They are not read, and the catalog of routines does
 * not say which of them a routine uses; where there are any, nobody may be told that all is equal.
 */
final class LibraryQuery {

  private static final String SCHEMA = "information_schema";

  private LibraryQuery() {}

  static void libraries(CatalogContext catalog, Inventory inventory) {
    unseen(
        catalog,
        inventory,
        "LIBRARIES",
        "LIBRARY",
        "library %s is not read: this tool does not know libraries");
    // The library may be in a database that nobody looks at.
    unseen(
        catalog,
        inventory,
        "ROUTINE_LIBRARIES",
        "ROUTINE",
        "which libraries routine %s uses is not read");
  }

  /** Names every object of a table that has the columns {@code …_SCHEMA} and {@code …_NAME}. */
  private static void unseen(
      CatalogContext catalog, Inventory inventory, String table, String what, String words) {
    if (!isThere(catalog, table)) {
      return;
    }
    Field<String> schema = column(what + "_SCHEMA");
    Field<String> name = column(what + "_NAME");
    catalog
        .dsl()
        .selectDistinct(schema, name)
        .from(table(table))
        .where(catalog.in(schema))
        .orderBy(schema, name)
        .forEach(
            row ->
                inventory.unseen(words.formatted(catalog.names().of(row.value1(), row.value2()))));
  }

  /** Neither MariaDB nor MySQL 8.4 has them. */
  private static boolean isThere(CatalogContext catalog, String name) {
    return !catalog.mariaDb()
        && !catalog
            .dsl()
            .fetch("show tables from " + Names.always(SCHEMA) + " like " + ServerText.literal(name))
            .isEmpty();
  }

  private static Table<?> table(String name) {
    return DSL.table(DSL.name(SCHEMA, name));
  }
}
