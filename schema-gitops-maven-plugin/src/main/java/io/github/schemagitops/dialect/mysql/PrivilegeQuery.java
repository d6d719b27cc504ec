package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.column;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Privileges that accounts have on a database, on its tables, columns and routines. One object for
 * an account and a thing: {@code 'app'@'%' ON TABLE orders}. Those of who migrates are not told: it
 * has another name everywhere, and may do everything.
 */
final class PrivilegeQuery {

  private static final Field<String> GRANTEE = column("GRANTEE");
  private static final Field<String> DATABASE = column("TABLE_SCHEMA");
  private static final Field<String> TABLE = column("TABLE_NAME");
  private static final Field<String> COLUMN = column("COLUMN_NAME");
  private static final Field<String> PRIVILEGE = column("PRIVILEGE_TYPE");
  private static final Field<String> GRANTABLE = column("IS_GRANTABLE");
  private static final Field<String> KIND = column("KIND");
  private static final Field<String> NAME = column("NAME");

  /** What {@code mysql.procs_priv} calls a privilege, and what SQL does. */
  private static final Map<String, String> OF_ROUTINES =
      Map.of(
          "Execute", "EXECUTE",
          "Alter Routine", "ALTER ROUTINE",
          "Show Create Routine", "SHOW CREATE ROUTINE");

  private PrivilegeQuery() {}

  /**
   * One thing that somebody may do.
   *
   * @param on as in {@code GRANT}
   * @param table the table's name in snapshots; empty when it is about no table
   */
  private record Right(
      String grantee, String on, String table, String privilege, boolean grantable) {}

  static void privileges(CatalogContext catalog, Inventory inventory) {
    if (!catalog.privileges()) {
      return;
    }
    List<Right> rights = new ArrayList<>();
    databases(catalog, inventory, rights);
    tables(catalog, rights);
    columns(catalog, rights);
    routines(catalog, rights);
    rights.stream()
        .collect(groupingBy(r -> r.grantee() + " ON " + r.on(), TreeMap::new, toList()))
        .forEach((name, of) -> add(catalog, inventory, name, of));
  }

  private static void add(
      CatalogContext catalog, Inventory inventory, String name, List<Right> rights) {
    Right first = rights.get(0);
    if (catalog.definers().isMigrator(account(first.grantee()))) {
      inventory.leaveOut("privileges of the login that migrates");
      return;
    }
    String text =
        rights.stream().map(Right::privilege).distinct().sorted().collect(joining(", "))
            + (rights.stream().anyMatch(Right::grantable) ? " WITH GRANT OPTION" : "");
    if (first.table().isEmpty()) {
      inventory.add(ObjectKind.PRIVILEGE, name, text, null);
    } else {
      inventory.addTo(first.table(), ObjectKind.PRIVILEGE, name, "privilege", text, null);
    }
  }

  /** {@code 'app'@'%'} without quotes; a role has no host. */
  private static String account(String grantee) {
    return grantee.replace("'@'", "@").replaceAll("^'|'$", "");
  }

  /** The name of a database is a pattern there. */
  private static void databases(CatalogContext catalog, Inventory inventory, List<Right> rights) {
    for (Record row :
        catalog
            .dsl()
            .select(GRANTEE, DATABASE, PRIVILEGE, GRANTABLE)
            .from(table("SCHEMA_PRIVILEGES"))) {
      String pattern = row.get(DATABASE);
      for (String database : catalog.databases()) {
        if (pattern.replace("\\", "").equals(database)) {
          String on = catalog.names().isOwn(database) ? "*" : Names.quoted(database) + ".*";
          rights.add(right(row, on, ""));
        } else if (Privileges.Grant.matches(pattern, database)) {
          inventory.leaveOut("privileges on all databases of a pattern");
        }
      }
    }
  }

  private static void tables(CatalogContext catalog, List<Right> rights) {
    for (Record row : all(catalog, "TABLE_PRIVILEGES", TABLE)) {
      String name = catalog.names().of(row.get(DATABASE), row.get(TABLE));
      rights.add(right(row, "TABLE " + name, name));
    }
  }

  private static void columns(CatalogContext catalog, List<Right> rights) {
    for (Record row : all(catalog, "COLUMN_PRIVILEGES", TABLE, COLUMN)) {
      String name = catalog.names().of(row.get(DATABASE), row.get(TABLE));
      Right right = right(row, "TABLE " + name, name);
      rights.add(
          new Right(
              right.grantee(),
              right.on(),
              name,
              "%s (%s)".formatted(right.privilege(), Names.quoted(row.get(COLUMN))),
              right.grantable()));
    }
  }

  private static Iterable<? extends Record> all(
      CatalogContext catalog, String table, Field<?>... more) {
    return catalog
        .dsl()
        .select(GRANTEE, DATABASE, PRIVILEGE, GRANTABLE)
        .select(more)
        .from(table(table))
        .where(catalog.in(DATABASE));
  }

  /** No catalog view has them; the login may read this table, or some would be unseen anyway. */
  private static void routines(CatalogContext catalog, List<Right> rights) {
    if (!catalog.seesAccounts()) {
      return;
    }
    Condition here = catalog.in(column("Db"));
    for (Record row :
        catalog
            .dsl()
            .select(
                DSL.field("concat('''', User, '''', if(Host = '', '', concat('@''', Host, '''')))")
                    .as(GRANTEE),
                column("Db").as(DATABASE),
                column("Routine_type").as(KIND),
                column("Routine_name").as(NAME),
                column("Proc_priv").as(PRIVILEGE))
            .from(DSL.table(DSL.name("mysql", "procs_priv")))
            .where(here)) {
      List<String> all = List.of(row.get(PRIVILEGE).split(",", -1));
      String on = row.get(KIND) + " " + catalog.names().of(row.get(DATABASE), row.get(NAME));
      for (String privilege : all) {
        if (OF_ROUTINES.containsKey(privilege)) {
          rights.add(
              new Right(
                  row.get(GRANTEE), on, "", OF_ROUTINES.get(privilege), all.contains("Grant")));
        }
      }
    }
  }

  private static Right right(Record row, String on, String table) {
    return new Right(
        row.get(GRANTEE), on, table, row.get(PRIVILEGE), row.get(GRANTABLE).equals("YES"));
  }

  private static Table<?> table(String name) {
    return DSL.table(DSL.name("information_schema", name));
  }
}
