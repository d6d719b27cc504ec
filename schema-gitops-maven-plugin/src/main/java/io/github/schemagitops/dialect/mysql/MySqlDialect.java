package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Reconciler;
import io.github.schemagitops.dialect.SchemaInspector;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.dialect.SessionLock;
import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.dialect.TableStatistics;
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

/**
 * MySQL 8.4 to 9.7 and MariaDB 10.11 to 11.8. One dialect for both: a URL does not tell which
 * product answers.
 */
public final class MySqlDialect implements Dialect {

  /** {@code Lock wait timeout exceeded}; its SQL state is the one for anything. */
  private static final int LOCK_WAIT_TIMEOUT = 1205;

  private static final String SCHEMAS =
      """
      select schema_name from information_schema.schemata
      where lower(schema_name) not in ('information_schema', 'mysql', 'performance_schema', 'sys')
      order by 1
      """;

  @Override
  public String id() {
    return "mysql";
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:mysql:") || jdbcUrl.startsWith("jdbc:mariadb:");
  }

  @Override
  public StatementParser parser() {
    return new MySqlStatementParser();
  }

  @Override
  public SchemaInspector inspector() {
    return new MySqlInspector();
  }

  @Override
  public Reconciler reconciler() {
    return new MySqlReconciler();
  }

  @Override
  public void warmUp() {
    parser().parse(new SqlStatement("ALTER TABLE t ADD COLUMN c int NOT NULL", 1, 1, true));
  }

  @Override
  public SessionLock lock() {
    return new MySqlSessionLock();
  }

  @Override
  public ServerFacts facts(Connection connection) throws SQLException {
    return MySqlFacts.read(connection);
  }

  @Override
  public List<String> schemas(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SCHEMAS)) {
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
   * DDL waits for {@code lock_wait_timeout}, a year unless somebody sets it, and all later queries
   * wait behind it; statements about rows wait for the other. Both count in seconds.
   */
  @Override
  public Map<String, String> migrationProperties(String application, Duration lockTimeout) {
    long seconds = Math.max(1, lockTimeout.plusMillis(999).toSeconds());
    return Map.of(
        "connectionAttributes",
        "program_name:" + application,
        "sessionVariables",
        "lock_wait_timeout=%1$d,innodb_lock_wait_timeout=%1$d".formatted(seconds));
  }

  @Override
  public StatementTracer tracer(ConnectionSpec owner, ConnectionSpec inspection)
      throws SQLException {
    return MySqlTracer.open(owner, inspection);
  }

  @Override
  public boolean isLockTimeout(String sqlState, int errorCode) {
    return errorCode == LOCK_WAIT_TIMEOUT;
  }

  @Override
  public boolean rollsBackDdl() {
    return false;
  }

  /** A body of several statements needs another delimiter than theirs. */
  @Override
  public String inScript(String sql) {
    String mark = sql.contains("$$") ? "//" : "$$";
    return sql.contains(";")
        ? "DELIMITER %1$s\n%2$s%1$s\nDELIMITER ;".formatted(mark, sql)
        : sql + ";";
  }
}
