package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.SqlCase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A throwaway database on the embedded server, copied from another one. The same tests run on any
 * other server with {@code -Dschema.test.server=host:port}, as user {@code postgres} with password
 * {@code x}.
 */
final class CatalogDatabase implements AutoCloseable {

  static final InspectionScope EVERYTHING =
      new InspectionScope(List.of(), Set.of("flyway_schema_history"));

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final String name;

  private CatalogDatabase(String name) {
    this.name = name;
  }

  /** An embedded server has no template databases: this one stays empty there. */
  private static final String EMPTY = "postgres";

  /** A new database with what the file of that name in this package creates. */
  static CatalogDatabase with(String resource) throws SQLException {
    CatalogDatabase database = copyOf(EMPTY);
    for (SqlCase part : cases(resource)) {
      database.execute(part.statements());
    }
    return database;
  }

  /** The paragraphs of a file in this package that hold on the server. */
  static List<SqlCase> cases(String resource) {
    try (Connection admin = connect("postgres")) {
      return SqlCase.in(
          "dialect/postgres/" + resource,
          Database.POSTGRESQL,
          admin.getMetaData().getDatabaseMajorVersion());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static CatalogDatabase empty() throws SQLException {
    return copyOf(EMPTY);
  }

  CatalogDatabase copy() throws SQLException {
    return copyOf(name);
  }

  private static CatalogDatabase copyOf(String template) throws SQLException {
    String name = "inspected_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    try (Connection admin = connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("create database %s template %s".formatted(name, template));
    }
    return new CatalogDatabase(name);
  }

  Connection connect() {
    return connect(name);
  }

  private static Connection connect(String database) {
    return Connections.open(
        Optional.ofNullable(System.getProperty("schema.test.server"))
            .map(server -> superuser(server, database))
            .orElseGet(() -> Databases.administrator(database)));
  }

  private static ConnectionSpec superuser(String server, String database) {
    return new ConnectionSpec(
        "jdbc:postgresql://%s/%s".formatted(server, database),
        Optional.of("postgres"),
        Optional.of(new Secret("x")),
        Map.of());
  }

  void execute(List<String> statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql.replace("current_database", name));
      }
    }
  }

  void execute(String... statements) throws SQLException {
    execute(List.of(statements));
  }

  SchemaSnapshot inspect() throws SQLException {
    try (Connection connection = connect()) {
      return new PostgresInspector().inspect(connection, EVERYTHING);
    }
  }

  @Override
  public void close() throws SQLException {
    try (Connection admin = connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("drop database " + name + " with (force)");
    }
  }
}
