package io.github.schemagitops.dialect.mysql;

import static org.jooq.meta.mysql.information_schema.Tables.SCHEMATA;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.SchemaInspector;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads schemas from {@code information_schema}: one statement per family of objects, and one for
 * each object of which the catalogs do not have everything: MySQL's views and programs with
 * strings, MariaDB's sequences, tables with full-text or vector indexes. See {@link EqualLooks} for
 * how a look is consistent.
 *
 * <p>What is in the connection's own database is named without it; see {@link Names}.
 */
public final class MySqlInspector implements SchemaInspector {

  /** The releases that the queries were tried on; see {@link MySqlFacts#release}. */
  private static final int OLDEST_MYSQL = 804;

  private static final int NEWEST_MYSQL = 907;
  private static final int OLDEST_MARIADB = 1011;
  private static final int NEWEST_MARIADB = 1108;

  /** In this order because tables come before what belongs to them. */
  private static final List<BiConsumer<CatalogContext, Inventory>> QUERIES =
      List.of(
          MySqlInspector::schemas,
          SequenceQuery::sequences,
          TableQueries::tables,
          ViewQuery::views,
          TableQueries::columns,
          KeyQueries::indexes,
          KeyQueries::foreignKeys,
          CheckQuery::checks,
          TriggerQuery::triggers,
          RoutineQuery::routines,
          LibraryQuery::libraries,
          EventQuery::events,
          PrivilegeQuery::privileges);

  private static final List<String> NOT_COVERED =
      List.of(
          "users, roles and privileges on all databases",
          "order of columns",
          "times of events that are counted from their creation",
          "tablespaces",
          "loadable functions",
          "libraries",
          "packages of Oracle mode and defaults of parameters",
          "server variables");

  /**
   * {@inheritDoc}
   *
   * @return a state that two looks in a row saw
   * @throws SchemaGitOpsException with verdict {@code UNKNOWN} when no two looks saw the same
   */
  @Override
  public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalArgumentException(
          "a transaction would see its own past: pass a connection in autocommit mode");
    }
    ServerFacts server = MySqlFacts.read(connection);
    boolean mariaDb = server.product().equals(MySqlFacts.MARIADB);
    refuseTooOld(server, mariaDb ? OLDEST_MARIADB : OLDEST_MYSQL);
    return InspectionSession.read(connection, () -> inspect(connection, scope, server));
  }

  /** Grants, too, are written in the way that a session asks for. */
  private static SchemaSnapshot inspect(
      Connection connection, InspectionScope scope, ServerFacts server) throws SQLException {
    Names names = new Names(Optional.of(server.database()).filter(d -> !d.isEmpty()));
    List<String> there = new MySqlDialect().schemas(connection);
    List<String> databases = databases(scope, names, there);
    Privileges privileges = Privileges.read(connection);
    CatalogContext catalog =
        new CatalogContext(
            Jooq.on(connection),
            databases,
            scope.toolTables(),
            names,
            Definers.read(connection, server, databases, scope.toolTables()),
            scope.privileges(),
            privileges.showAccounts(),
            server);
    Inventory inventory = new EqualLooks(catalog).read(() -> look(catalog));
    return snapshot(catalog, inventory, unseen(catalog, privileges, scope, there));
  }

  private static void refuseTooOld(ServerFacts server, int oldest) {
    if (MySqlFacts.release(server) < oldest) {
      throw SchemaGitOpsException.badInput(
          "%s is too old to be read".formatted(server.title()),
          "upgrade the server to %s %s or later"
              .formatted(server.product(), oldest / 100 + "." + oldest % 100));
    }
  }

  private static List<String> databases(InspectionScope scope, Names names, List<String> there) {
    if (scope.whole()) {
      return names.own().map(List::of).orElse(there);
    }
    return scope.schemas().stream().filter(there::contains).toList();
  }

  private static Inventory look(CatalogContext catalog) {
    Inventory inventory = new Inventory(catalog.privileges());
    if (!catalog.databases().isEmpty()) {
      QUERIES.forEach(query -> query.accept(catalog, inventory));
    }
    return inventory;
  }

  /** The own database is the environment's, others were made by migrations. */
  private static void schemas(CatalogContext catalog, Inventory inventory) {
    catalog
        .dsl()
        .select(SCHEMATA.SCHEMA_NAME, SCHEMATA.DEFAULT_COLLATION_NAME)
        .from(SCHEMATA)
        .where(catalog.in(SCHEMATA.SCHEMA_NAME))
        .fetch()
        .forEach(
            row -> {
              if (!catalog.names().isOwn(row.value1())) {
                inventory.add(
                    ObjectKind.SCHEMA, Names.quoted(row.value1()), "COLLATE=" + row.value2(), null);
              }
            });
  }

  private static SchemaSnapshot snapshot(
      CatalogContext catalog, Inventory inventory, List<String> unseen) {
    List<String> all = new ArrayList<>(unseen);
    all.addAll(inventory.unseen());
    List<String> notCovered = new ArrayList<>(NOT_COVERED);
    if (!catalog.privileges()) {
      notCovered.add("privileges on databases, tables, columns and routines");
    }
    if (!catalog.definers().canTell(inventory.definers())) {
      notCovered.add("definers (the history does not name the login that migrates)");
    }
    return new SchemaSnapshot(
        MySqlFacts.release(catalog.server()),
        inventory.objects(catalog.definers()),
        new Coverage(inventory.counts(), inventory.leftOut(), notCovered, all));
  }

  private static List<String> unseen(
      CatalogContext catalog, Privileges privileges, InspectionScope scope, List<String> there) {
    ServerFacts server = catalog.server();
    List<String> unseen = new ArrayList<>();
    int newest = catalog.mariaDb() ? NEWEST_MARIADB : NEWEST_MYSQL;
    if (MySqlFacts.release(server) > newest) {
      unseen.add(
          "%s is newer than %s %d.%d, the newest version this tool knows"
              .formatted(server.title(), server.product(), newest / 100, newest % 100));
    }
    for (String schema : scope.schemas()) {
      if (!there.contains(schema)) {
        unseen.add("database '%s' does not exist, or the login may not see it".formatted(schema));
      }
    }
    if (catalog.privileges() && !catalog.seesAccounts()) {
      unseen.add(
          "privileges of other accounts are hidden from the login: it lacks SELECT on mysql.* (%s)"
              .formatted(privileges.grants(List.of("SELECT"), "mysql", server.user())));
    }
    for (String database : catalog.databases()) {
      List<String> missing = privileges.missing(database, catalog.mariaDb());
      if (!missing.isEmpty()) {
        unseen.add(
            "objects of database '%s' may be hidden from the login: it lacks %s (%s)"
                .formatted(
                    database,
                    String.join(", ", missing),
                    privileges.grants(missing, database, server.user())));
      }
    }
    return unseen;
  }
}
