package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.column;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Periods of MariaDB's tables: of the system's time, and of applications' times. */
final class Periods {

  /** The first release that has them in its catalogs. */
  private static final int IN_CATALOGS = 1104;

  private static final Field<String> DATABASE = column("TABLE_SCHEMA");
  private static final Field<String> TABLE = column("TABLE_NAME");
  private static final Field<String> PERIOD = column("PERIOD");
  private static final Field<String> START = column("START_COLUMN_NAME");
  private static final Field<String> END = column("END_COLUMN_NAME");
  private static final Field<String> KEY = column("CONSTRAINT_NAME");
  private static final Field<String> PERIOD_OF_KEY = column("PERIOD_NAME");

  private Periods() {}

  /** The clauses of every table that has some, by the table's name in snapshots. */
  static Map<String, String> byTable(CatalogContext catalog) {
    Map<String, String> clauses = new TreeMap<>();
    if (catalog.mariaDbSince(IN_CATALOGS)) {
      catalog
          .dsl()
          .select(DATABASE, TABLE, PERIOD, START, END)
          .from(DSL.table(DSL.name("information_schema", "PERIODS")))
          .where(catalog.in(DATABASE))
          .orderBy(PERIOD)
          .forEach(
              row ->
                  clauses.merge(
                      catalog.names().of(row.value1(), row.value2()),
                      "PERIOD FOR %s (%s, %s)"
                          .formatted(
                              name(row.value3()),
                              Names.quoted(row.value4()),
                              Names.quoted(row.value5())),
                      (one, other) -> one + " " + other));
    }
    return clauses;
  }

  /** The system's own is a word of the language, no name. */
  private static String name(String period) {
    return period.equals("SYSTEM_TIME") ? period : Names.quoted(period);
  }

  /** The period that a key does not let overlap, by the key's name in snapshots. */
  static Map<String, String> byKey(CatalogContext catalog) {
    Map<String, String> periods = new HashMap<>();
    if (catalog.mariaDbSince(IN_CATALOGS)) {
      catalog
          .dsl()
          .select(DATABASE, TABLE, KEY, PERIOD_OF_KEY)
          .from(DSL.table(DSL.name("information_schema", "KEY_PERIOD_USAGE")))
          .where(catalog.in(DATABASE))
          .forEach(
              row ->
                  periods.put(
                      catalog.names().of(row.value1(), row.value2(), row.value3()), row.value4()));
    }
    return periods;
  }
}
