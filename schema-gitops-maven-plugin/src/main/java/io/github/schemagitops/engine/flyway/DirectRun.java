package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Applied;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.migration.Migration;
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

  DirectRun(FluentConfiguration configuration, ConnectionSpec target, ApplyListener listener) {
    this.configuration = configuration.dataSource(Connections.dataSource(target));
    this.target = target;
    this.listener = listener;
  }

  /** Runs migrations and records them. */
  ApplyResult run(List<Migration> migrations) {
    return run(migrations, true);
  }

  /** Runs a script and records nothing. */
  ApplyResult execute(Migration script) {
    return run(List.of(script), false);
  }

  private ApplyResult run(List<Migration> migrations, boolean recorded) {
    try (JdbcConnectionFactory connections =
            new JdbcConnectionFactory(configuration.getDataSource(), configuration, null);
        Database<?> database =
            connections.getDatabaseType().createDatabase(configuration, connections, null)) {
      ScriptRun script = new ScriptRun(configuration, connections, database);
      Optional<Failure> failure = runAll(migrations, database, script);
      if (recorded) {
        record(database);
      }
      return new ApplyResult(List.copyOf(applied), failure);
    } catch (FlywayException | SQLException e) {
      return new ApplyResult(
          List.copyOf(applied),
          Optional.of(new RunFailure(Optional.empty(), 0, "").explain(e, target)));
    }
  }

  private Optional<Failure> runAll(
      List<Migration> migrations, Database<?> database, ScriptRun script) {
    Schema<?, ?> schema = defaultSchema(database);
    SessionReset resetting = new SessionReset();
    // The same connection, and between migrations the same resetting of role and search path.
    var session = database.getMigrationConnection();
    for (Migration migration : migrations) {
      listener.starting(migration);
      if (resetting.isDue()) {
        session.restoreOriginalState();
        session.changeCurrentSchemaTo(schema);
      }
      resetting.runs(migration);
      long started = System.nanoTime();
      try {
        script.run(migration, session.getJdbcConnection());
      } catch (SQLException | FlywayException e) {
        return Optional.of(script.place().explain(e, target));
      }
      Duration time = Duration.ofNanos(System.nanoTime() - started);
      applied.add(new Applied(migration, time));
      listener.finished(migration, time);
    }
    return Optional.empty();
  }

  private Schema<?, ?> defaultSchema(Database<?> database) {
    return SchemaHistoryFactory.prepareSchemas(configuration, database).getLeft();
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
