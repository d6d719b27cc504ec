package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.callback.NoopCallbackExecutor;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.jdbc.JdbcConnectionFactory;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlScript;

/** Runs the statements of a script in the transaction that Flyway would use. */
final class ScriptRun {

  private static final Pattern COPY =
      Pattern.compile(
          "^\\s*copy\\b.*\\bfrom\\s+stdin\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Configuration configuration;
  private final JdbcConnectionFactory connections;
  private final Database<?> database;
  private RunFailure place = new RunFailure(Optional.empty(), 0, "");

  ScriptRun(Configuration configuration, JdbcConnectionFactory connections, Database<?> database) {
    this.configuration = configuration;
    this.connections = connections;
    this.database = database;
  }

  /** Where it is, or stopped. */
  RunFailure place() {
    return place;
  }

  /**
   * Runs a script on a connection, which is left in autocommit mode.
   *
   * @throws FlywayException from scripts with rows of data in them
   */
  void run(Migration migration, Connection connection) throws SQLException {
    place = new RunFailure(Optional.of(migration), 0, "");
    connection.setAutoCommit(!migration.inTransaction());
    try {
      if (migration.statements().stream().anyMatch(s -> COPY.matcher(s.sql()).find())) {
        runByFlyway(migration, connection);
      } else if (!ranAtOnce(migration, connection)) {
        run(migration.statements(), migration, connection);
      }
      if (migration.inTransaction()) {
        connection.commit();
      }
    } catch (SQLException | FlywayException e) {
      if (migration.inTransaction()) {
        connection.rollback();
      }
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** False when nothing has been done: one by one, the statements say which of them fails. */
  private boolean ranAtOnce(Migration migration, Connection connection) throws SQLException {
    if (!StatementBatch.suits(migration, database)) {
      return false;
    }
    try {
      StatementBatch.run(migration, connection);
      return true;
    } catch (SQLException e) {
      if (connection.isClosed()) {
        throw e;
      }
      connection.rollback();
      return false;
    }
  }

  private void run(List<SqlStatement> statements, Migration migration, Connection connection)
      throws SQLException {
    int number = 0;
    for (SqlStatement sql : statements) {
      place = new RunFailure(Optional.of(migration), ++number, sql.sql());
      try (Statement statement = connection.createStatement()) {
        // As Flyway does: braces and question marks are the migration's own.
        statement.setEscapeProcessing(false);
        boolean more = statement.execute(sql.sql());
        // Results are read to the end: an error may come after the first rows.
        while (more || statement.getUpdateCount() != -1) {
          drain(statement);
          more = statement.getMoreResults();
        }
      }
    }
  }

  /** Rows that follow a statement in the script need the driver's own way of sending them. */
  private void runByFlyway(Migration migration, Connection connection) {
    ParsingContext parsing = new ParsingContext();
    parsing.populate(database, configuration);
    SqlScript script =
        database
            .getDatabaseType()
            .createSqlScriptFactory(configuration, parsing)
            .createSqlScript(new StringResource(migration.text()), configuration.isMixed(), null);
    database
        .getDatabaseType()
        .createSqlScriptExecutorFactory(connections, NoopCallbackExecutor.INSTANCE, null)
        .createSqlScriptExecutor(connection, false, false, false)
        .execute(script, configuration);
  }

  private static void drain(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      boolean row = rows != null;
      while (row) {
        row = rows.next();
      }
    }
  }
}
