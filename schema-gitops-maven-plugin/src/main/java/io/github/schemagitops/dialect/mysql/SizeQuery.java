package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.dialect.TableSize;
import io.github.schemagitops.dialect.TableStatistics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sizes of tables from {@code information_schema.tables}, in one query that reads no row of a
 * table. InnoDB estimates the number of rows from a few pages of the table; a table with partitions
 * has their sum.
 */
final class SizeQuery {

  /** MySQL answers with numbers of the last day otherwise. MariaDB has no such cache. */
  private static final String FRESH = "set session information_schema_stats_expiry = 0";

  private static final String AS_BEFORE = "set session information_schema_stats_expiry = default";

  private static final String SIZES =
      """
      select table_schema, table_name, table_rows, data_length + index_length
      from information_schema.tables
      where table_type in ('BASE TABLE', 'SYSTEM VERSIONED') and table_schema in (%s)
      """;

  private SizeQuery() {}

  static TableStatistics read(
      Connection connection, Collection<String> databases, Collection<String> without)
      throws SQLException {
    ServerFacts server = MySqlFacts.read(connection);
    List<String> unseen = unseen(connection, databases, server.user());
    if (databases.isEmpty()) {
      return new TableStatistics(List.of(), unseen);
    }
    Names names = new Names(Optional.of(server.database()));
    boolean caches = server.product().equals(MySqlFacts.MYSQL);
    List<TableSize> tables =
        InspectionSession.read(
            connection,
            () ->
                caches
                    ? fresh(connection, () -> tables(connection, databases, without, names))
                    : tables(connection, databases, without, names));
    return new TableStatistics(tables, unseen);
  }

  private static <T> T fresh(Connection connection, InspectionSession.Reader<T> reader)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(FRESH);
      T read = reader.read();
      statement.execute(AS_BEFORE);
      return read;
    }
  }

  private static List<TableSize> tables(
      Connection connection, Collection<String> databases, Collection<String> without, Names names)
      throws SQLException {
    String marks = String.join(", ", Collections.nCopies(databases.size(), "?"));
    List<TableSize> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SIZES.formatted(marks))) {
      int at = 0;
      for (String database : databases) {
        statement.setString(++at, database);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (!without.contains(rows.getString(2))) {
            tables.add(
                new TableSize(
                    names.of(rows.getString(1), rows.getString(2)),
                    number(rows, 3),
                    number(rows, 4)));
          }
        }
      }
    }
    return tables;
  }

  private static OptionalLong number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** Tables on which a login has no privilege are not in the catalog. */
  private static List<String> unseen(
      Connection connection, Collection<String> databases, String user) throws SQLException {
    Privileges privileges = Privileges.read(connection);
    return databases.stream()
        .filter(database -> !privileges.showTables(database))
        .map(
            database ->
                "tables of database '%s' may be hidden from the login: it lacks SELECT (%s)"
                    .formatted(database, privileges.grants(List.of("SELECT"), database, user)))
        .toList();
  }
}
