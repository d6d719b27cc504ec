package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Reconciler;
import io.github.schemagitops.dialect.SchemaInspector;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.dialect.SessionLock;
import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.dialect.TableStatistics;
import io.github.schemagitops.dialect.postgres.repair.PostgresReconciler;
import io.github.schemagitops.migration.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** PostgreSQL 14 to 18. */
public final class PostgresDialect implements Dialect {

  @Override
  public String id() {
    return "postgresql";
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:postgresql:");
  }

  @Override
  public StatementParser parser() {
    return new PostgresStatementParser();
  }

  @Override
  public SchemaInspector inspector() {
    return new PostgresInspector();
  }

  @Override
  public Reconciler reconciler() {
    return new PostgresReconciler();
  }

  @Override
  public void warmUp() {
    PostgresInspector.warmUp();
    parser().parse(new SqlStatement("ALTER TABLE t ADD COLUMN c integer NOT NULL", 1, 1, true));
  }

  @Override
  public SessionLock lock() {
    return new PostgresSessionLock();
  }

  @Override
  public ServerFacts facts(Connection connection) throws SQLException {
    return PostgresFacts.read(connection);
  }

  @Override
  public List<String> schemas(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select nspname from pg_catalog.pg_namespace"
                    + " where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1")) {
      List<String> schemas = new ArrayList<>();
      while (rows.next()) {
        schemas.add(rows.getString(1));
      }
      return schemas;
    }
  }

  @Override
  public TableStatistics tableStatistics(
      Connection connection, Collection<String> schemas, Collection<String> without)
      throws SQLException {
    return SizeQuery.read(connection, schemas, without);
  }

  /**
   * {@code client_connection_check_interval} ends a backend whose client was killed, instead of
   * letting it hold its locks until its statement ends. {@code lock_timeout} keeps a migration that
   * waits for a lock from making all later queries wait behind it.
   */
  @Override
  public Map<String, String> migrationProperties(String application, Duration lockTimeout) {
    return Map.of(
        "ApplicationName",
        application,
        "options",
        "-c lock_timeout=%d -c client_connection_check_interval=1000"
            .formatted(lockTimeout.toMillis()));
  }

  @Override
  public StatementTracer tracer(ConnectionSpec owner, ConnectionSpec inspection) {
    return new PostgresTracer(owner, inspection);
  }

  @Override
  public boolean isLockTimeout(String sqlState, int errorCode) {
    return sqlState.equals("55P03");
  }

  @Override
  public boolean rollsBackDdl() {
    return true;
  }
}
