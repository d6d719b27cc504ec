package io.github.schemagitops.accuracy;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * A database of its own, for one case.
 *
 * @param name of the database
 * @param administrator login to it
 * @param drop removes it
 */
record Copy(String name, ConnectionSpec administrator, Drop drop) implements AutoCloseable {

  private static final InspectionScope EVERYTHING =
      new InspectionScope(List.of(), Set.of("flyway_schema_history"), true);

  /** Removes a database. */
  @FunctionalInterface
  interface Drop {
    void run() throws SQLException;
  }

  Dialect dialect() {
    return Dialects.of(administrator.url());
  }

  Connection connect() {
    return Connections.open(administrator);
  }

  void execute(List<String> statements) throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, statements);
    }
  }

  /** Runs statements in a session whose settings may matter later. */
  static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  SchemaSnapshot inspect() throws SQLException {
    try (Connection connection = connect()) {
      return inspect(connection);
    }
  }

  SchemaSnapshot inspect(Connection connection) throws SQLException {
    return dialect().inspector().inspect(connection, EVERYTHING);
  }

  @Override
  public void close() throws SQLException {
    drop.run();
  }
}
