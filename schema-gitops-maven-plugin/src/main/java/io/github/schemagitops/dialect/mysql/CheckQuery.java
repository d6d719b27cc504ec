package io.github.schemagitops.dialect.mysql;

import static org.jooq.meta.mysql.information_schema.Tables.CHECK_CONSTRAINTS;
import static org.jooq.meta.mysql.information_schema.Tables.TABLE_CONSTRAINTS;

import io.github.schemagitops.schema.ObjectKind;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** Check constraints. MariaDB tells those of a column from those of a table. */
final class CheckQuery {

  private static final Field<String> TABLE = CatalogContext.column("TABLE_NAME");

  private CheckQuery() {}

  static void checks(CatalogContext catalog, Inventory inventory) {
    for (var row : catalog.mariaDb() ? ofMariaDb(catalog) : ofMySql(catalog)) {
      String clause = catalog.mariaDb() ? row.value4() : ServerText.unescaped(row.value4());
      String table = catalog.names().of(row.value1(), row.value2());
      if (inventory.says(table, "PERIOD FOR %s (".formatted(Names.quoted(row.value3())))) {
        continue; // That the period begins before it ends.
      }
      inventory.addTo(
          table,
          ObjectKind.CONSTRAINT,
          catalog.names().of(row.value1(), row.value2(), row.value3()),
          "check",
          CatalogContext.words(
              row.value6().equals("Column") ? "COLUMN" : null,
              catalog.mariaDb() || !clause.startsWith("(")
                  ? "CHECK (" + clause + ")"
                  : "CHECK " + clause,
              row.value5().equals("NO") ? "NOT ENFORCED" : null),
          null);
    }
  }

  /** MySQL's names are unique in the database, and the table is in another catalog. */
  private static ResultQuery<Record6<String, String, String, String, String, String>> ofMySql(
      CatalogContext catalog) {
    return catalog
        .dsl()
        .select(
            TABLE_CONSTRAINTS.TABLE_SCHEMA,
            TABLE_CONSTRAINTS.TABLE_NAME,
            TABLE_CONSTRAINTS.CONSTRAINT_NAME,
            CHECK_CONSTRAINTS.CHECK_CLAUSE,
            TABLE_CONSTRAINTS.ENFORCED,
            DSL.inline("Table"))
        .from(TABLE_CONSTRAINTS)
        .join(CHECK_CONSTRAINTS)
        .on(CHECK_CONSTRAINTS.CONSTRAINT_SCHEMA.eq(TABLE_CONSTRAINTS.CONSTRAINT_SCHEMA))
        .and(CHECK_CONSTRAINTS.CONSTRAINT_NAME.eq(TABLE_CONSTRAINTS.CONSTRAINT_NAME))
        .where(catalog.in(TABLE_CONSTRAINTS.TABLE_SCHEMA))
        .and(TABLE_CONSTRAINTS.CONSTRAINT_TYPE.eq("CHECK"));
  }

  private static ResultQuery<Record6<String, String, String, String, String, String>> ofMariaDb(
      CatalogContext catalog) {
    return catalog
        .dsl()
        .select(
            CHECK_CONSTRAINTS.CONSTRAINT_SCHEMA,
            TABLE,
            CHECK_CONSTRAINTS.CONSTRAINT_NAME,
            CHECK_CONSTRAINTS.CHECK_CLAUSE,
            DSL.inline("YES"),
            CatalogContext.column("LEVEL"))
        .from(CHECK_CONSTRAINTS)
        .where(catalog.in(CHECK_CONSTRAINTS.CONSTRAINT_SCHEMA));
  }
}
