package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Applied;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Schema;
import org.flywaydb.core.internal.jdbc.JdbcConnectionFactory;
import org.flywaydb.core.internal.schemahistory.SchemaHistoryFactory;

/**
 * Runs the statements of migrations itself, in the transactions that Flyway would use, and then
 * writes their rows into Flyway's history table, which must exist.
 */
final class DirectRun {

  private static final int BATCH = 500;

  private final FluentConfiguration configuration;
  private final ConnectionSpec target;
  private final ApplyListener listener;
  private final List<Applied> applied = new ArrayList<>();
  private RunFailure place = new RunFailure(Optional.empty(), 0, "");

  DirectRun(FluentConfiguration configuration, ConnectionSpec target, ApplyListener listener) {
    this.configuration = configuration.dataSource(Connections.dataSource(target));
    this.target = target;
    this.listener = listener;
  }

  ApplyResult run(List<Migration> migrations) {
    try (JdbcConnectionFactory connections =
            new JdbcConnectionFactory(configuration.getDataSource(), configuration, null);
        Database<?> database =
            connections.getDatabaseType().createDatabase(configuration, connections, null)) {
      Optional<Failure> failure = runAll(migrations, database);
      record(database);
      return new ApplyResult(List.copyOf(applied), failure);
    } catch (FlywayException | SQLException e) {
      return new ApplyResult(
          List.copyOf(applied), Optional.of(place.explain(e, Redactor.of(target))));
    }
  }

  private Optional<Failure> runAll(List<Migration> migrations, Database<?> database) {
    Schema<?, ?> schema = defaultSchema(database);
    // The same connection, and between migrations the same resetting of role and search path.
    var session = database.getMigrationConnection();
    for (Migration migration : migrations) {
      place = new RunFailure(Optional.of(migration), 0, "");
      listener.starting(migration);
      session.restoreOriginalState();
      session.changeCurrentSchemaTo(schema);
      long started = System.nanoTime();
      try {
        run(migration, session.getJdbcConnection());
      } catch (SQLException e) {
        return Optional.of(place.explain(e, Redactor.of(target)));
      }
      Duration time = Duration.ofNanos(System.nanoTime() - started);
      applied.add(new Applied(migration, time));
      listener.finished(migration, time);
    }
    place = new RunFailure(Optional.empty(), 0, "");
    return Optional.empty();
  }

  private Schema<?, ?> defaultSchema(Database<?> database) {
    return SchemaHistoryFactory.prepareSchemas(configuration, database).getLeft();
  }

  private void run(Migration migration, Connection connection) throws SQLException {
    connection.setAutoCommit(!migration.inTransaction());
    try {
      int number = 0;
      for (SqlStatement sql : migration.statements()) {
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
      if (migration.inTransaction()) {
        connection.commit();
      }
    } catch (SQLException e) {
      if (migration.inTransaction()) {
        connection.rollback();
      }
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static void drain(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      boolean row = rows != null;
      while (row) {
        row = rows.next();
      }
    }
  }

  private void record(Database<?> database) throws SQLException {
    if (applied.isEmpty()) {
      return;
    }
    String table = database.quote(defaultSchema(database).getName(), configuration.getTable());
    Connection connection = database.getMainConnection().getJdbcConnection();
    int rank = newestRank(connection, table);
    String columns =
        "installed_rank, version, description, type, script, checksum, installed_by,"
            + " execution_time, success";
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s (%s) VALUES (?, ?, ?, 'SQL', ?, ?, ?, ?, ?)"
                .formatted(table, columns))) {
      for (Applied run : applied) {
        Migration migration = run.migration();
        insert.setInt(1, ++rank);
        insert.setString(2, migration.version().map(Object::toString).orElse(null));
        insert.setString(3, migration.description());
        insert.setString(4, migration.script());
        insert.setInt(5, migration.checksum());
        insert.setString(6, database.getInstalledBy());
        insert.setInt(7, (int) run.time().toMillis());
        insert.setBoolean(8, true);
        insert.addBatch();
        if (rank % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static int newestRank(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT COALESCE(MAX(installed_rank), 0) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
