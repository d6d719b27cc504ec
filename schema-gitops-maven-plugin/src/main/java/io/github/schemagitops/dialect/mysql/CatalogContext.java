package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.ServerFacts;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What every query needs.
 *
 * @param dsl speaks to the server
 * @param databases which to read
 * @param toolTables names of tables to leave out
 * @param names how objects are called
 * @param definers tells who defined what
 * @param privileges whether privileges are read
 * @param seesAccounts whether the login may read the tables of accounts
 * @param server MariaDB's catalogs have other columns and another way of writing defaults
 */
record CatalogContext(
    DSLContext dsl,
    List<String> databases,
    Set<String> toolTables,
    Names names,
    Definers definers,
    boolean privileges,
    boolean seesAccounts,
    ServerFacts server) {

  boolean mariaDb() {
    return server.product().equals(MySqlFacts.MARIADB);
  }

  static final Field<String> CHANGED = DSL.field(DSL.name("changed"), String.class);

  /** True on MariaDB from a release on, for instance 1104. */
  boolean mariaDbSince(int release) {
    return mariaDb() && MySqlFacts.release(server) >= release;
  }

  /**
   * MariaDB looks into one folder when the condition names one database, and into all of them when
   * it names a list.
   */
  Condition in(Field<String> database) {
    return databases.size() == 1
        ? database.eq(DSL.inline(databases.get(0)))
        : database.in(databases.stream().map(DSL::inline).toList());
  }

  /** What would create a table: the catalogs do not have everything. One question a table. */
  String statementOf(String database, String table) {
    return dsl.fetchSingle("show create table " + Names.path(database, table)).get(1, String.class);
  }

  boolean isTool(String table) {
    return toolTables.contains(table);
  }

  /** A column that jOOQ's table does not have. */
  static Field<String> column(String name) {
    return DSL.field(DSL.name(name), String.class);
  }

  /** A time as the server writes it, whatever the driver makes of its zone. */
  static Field<String> time(Field<?> time) {
    return DSL.field("cast({0} as char)", String.class, time).as(CHANGED);
  }

  /** What is there, in order, with a space between. */
  static String words(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(Predicate.not(p -> p == null || p.isEmpty()))
        .collect(Collectors.joining(" "));
  }

  /**
   * The SQL mode that a stored program runs under. IGNORE_SPACE is left out: MariaDB Connector/J
   * sets it for its sessions and other clients do not, and by then the program is parsed.
   */
  static String sqlMode(@Nullable String mode) {
    String kept =
        Stream.of(String.valueOf(mode).split(",", -1))
            .filter(m -> !m.equals("IGNORE_SPACE"))
            .sorted()
            .collect(Collectors.joining(","));
    return "SQL_MODE='" + kept + "'";
  }
}
