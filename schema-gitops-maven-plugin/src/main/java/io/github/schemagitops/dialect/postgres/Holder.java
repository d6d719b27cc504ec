package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * A session that keeps a lock on one table, so that a statement of another session has to stop and
 * show which lock it wants. It gives way in two steps: first it lets everything but ACCESS
 * EXCLUSIVE pass, then that, too.
 */
final class Holder implements AutoCloseable {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "ApplicationName",
          "schema-gitops-trace",
          "options",
          "-c search_path=pg_catalog -c lock_timeout=1s -c statement_timeout=5s"
              + " -c idle_in_transaction_session_timeout=30s");

  private final Connection connection;
  private final int pid;
  private Optional<Savepoint> strong;

  private Holder(Connection connection, int pid, Optional<Savepoint> strong) {
    this.connection = connection;
    this.pid = pid;
    this.strong = strong;
  }

  /**
   * Locks a table.
   *
   * @throws SQLException when the login may not, or somebody else holds a lock
   */
  static Holder on(TracedRelation table, ConnectionSpec login) throws SQLException {
    Connection connection = Connections.open(login.with(PROPERTIES));
    try (Statement statement = connection.createStatement()) {
      int pid = pid(statement);
      connection.setAutoCommit(false);
      if (table.isMaterializedView()) {
        // LOCK TABLE refuses materialized views; a query keeps its lock until the transaction ends.
        statement.execute("select from only %s limit 0".formatted(table.title()));
        return new Holder(connection, pid, Optional.empty());
      }
      statement.execute("lock table only %s in access share mode".formatted(table.title()));
      Savepoint savepoint = connection.setSavepoint();
      statement.execute(
          "lock table only %s in share update exclusive mode".formatted(table.title()));
      return new Holder(connection, pid, Optional.of(savepoint));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static int pid(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select pg_catalog.pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  int pid() {
    return pid;
  }

  /** Gives way one step. */
  void giveWay() throws SQLException {
    if (strong.isPresent()) {
      connection.rollback(strong.get());
      strong = Optional.empty();
    } else {
      connection.rollback();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // The session is gone, and its locks with it.
    }
  }
}
