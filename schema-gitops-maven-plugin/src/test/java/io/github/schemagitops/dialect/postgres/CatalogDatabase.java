package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A throwaway database on the test server, copied from another one. */
final class CatalogDatabase implements AutoCloseable {

  static final InspectionScope EVERYTHING =
      new InspectionScope(List.of(), Set.of("flyway_schema_history"));

  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final String SERVER = System.getProperty("schema.test.server", "127.0.0.1:5432");

  private final String name;

  private CatalogDatabase(String name) {
    this.name = name;
  }

  /** A new database with what the file of that name in this package creates. */
  static CatalogDatabase with(String resource) throws SQLException {
    CatalogDatabase database = copyOf("template1");
    database.execute(List.of(SqlCase.text(resource)));
    return database;
  }

  static CatalogDatabase empty() throws SQLException {
    return copyOf("template1");
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

  Connection connect() throws SQLException {
    return connect(name);
  }

  private static Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s?user=postgres&password=x".formatted(SERVER, database));
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
