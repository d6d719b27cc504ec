package io.github.schemagitops.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which tables a database has, and which of them foreign keys connect. */
final class TableCatalog {

  private static final String TABLES =
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = ? AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
      """;

  private final Connection session;
  private final MySqlServer server;

  TableCatalog(Connection session, MySqlServer server) {
    this.session = session;
    this.server = server;
  }

  /** Names of all tables. */
  Set<String> tables(String database) throws SQLException {
    return new TreeSet<>(strings(TABLES, List.of(database)));
  }

  /** Those of some names that are tables, as the server writes them. */
  Set<String> tablesAmong(String database, Collection<String> names) throws SQLException {
    if (names.isEmpty()) {
      return Set.of();
    }
    List<String> parameters = new ArrayList<>(List.of(database));
    names.forEach(name -> parameters.add(server.fold(name)));
    return new TreeSet<>(strings(TABLES + " AND table_name IN (" + marks(names) + ")", parameters));
  }

  /** Those of some names that are databases. */
  Set<String> databasesAmong(Collection<String> names) throws SQLException {
    return names.isEmpty()
        ? Set.of()
        : new TreeSet<>(
            strings(
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name IN ("
                    + marks(names)
                    + ")",
                List.copyOf(names)));
  }

  /** Tables that some tables refer to or that refer to them, all in the same database. */
  Set<String> neighbours(String database, Collection<String> tables) throws SQLException {
    Set<String> neighbours = new TreeSet<>();
    if (tables.isEmpty()) {
      return neighbours;
    }
    List<String> parameters = new ArrayList<>(List.of(database, database));
    parameters.addAll(tables);
    String both =
        "SELECT %s FROM information_schema.referential_constraints"
            + " WHERE constraint_schema = ? AND unique_constraint_schema = ? AND %s IN (%s)";
    String marks = marks(tables);
    neighbours.addAll(
        strings(both.formatted("referenced_table_name", "table_name", marks), parameters));
    neighbours.addAll(
        strings(both.formatted("table_name", "referenced_table_name", marks), parameters));
    return neighbours;
  }

  private static String marks(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private List<String> strings(String sql, List<String> parameters) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> strings = new ArrayList<>();
        while (rows.next()) {
          strings.add(rows.getString(1));
        }
        return strings;
      }
    }
  }
}
