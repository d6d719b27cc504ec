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
  private static final Field<String> LIBRARY_SCHEMA = column("LIBRARY_SCHEMA");
  private static final Field<String> LIBRARY = column("LIBRARY_NAME");
  private static final Field<String> ROUTINE_SCHEMA = column("ROUTINE_SCHEMA");
  private static final Field<String> ROUTINE = column("ROUTINE_NAME");

  private LibraryQuery() {}

  static void libraries(CatalogContext catalog, Inventory inventory) {
    if (!isThere(catalog, "LIBRARIES")) {
      return;
    }
    catalog
        .dsl()
        .select(LIBRARY_SCHEMA, LIBRARY)
        .from(table("LIBRARIES"))
        .where(catalog.in(LIBRARY_SCHEMA))
        .orderBy(LIBRARY_SCHEMA, LIBRARY)
        .forEach(
            row ->
                inventory.unseen(
                    "library %s is not read: this tool does not know libraries"
                        .formatted(catalog.names().of(row.value1(), row.value2()))));
    if (isThere(catalog, "ROUTINE_LIBRARIES")) {
      // The library may be in a database that nobody looks at.
      catalog
          .dsl()
          .selectDistinct(ROUTINE_SCHEMA, ROUTINE)
          .from(table("ROUTINE_LIBRARIES"))
          .where(catalog.in(ROUTINE_SCHEMA))
          .orderBy(ROUTINE_SCHEMA, ROUTINE)
          .forEach(
              row ->
                  inventory.unseen(
                      "which libraries routine %s uses is not read"
                          .formatted(catalog.names().of(row.value1(), row.value2()))));
    }
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
