package io.github.schemagitops.deploy;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.drift.SchemaScope;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** The table of run records, beside the history table. Rows are only ever added. */
public final class RunRecords {

  /** As in {@code permission denied for schema public}. */
  private static final String DENIED = "42501";

  private final Connection connection;
  private final String table;

  /**
   * @param connection to the deployed database, in autocommit mode
   */
  public RunRecords(Connection connection, MigrationSettings settings) throws SQLException {
    this.connection = connection;
    String schema =
        settings
            .historyHome()
            .or(() -> schemaOf(connection))
            .orElseThrow(() -> new SQLException("the connection has no schema"));
    this.table = quote(schema) + "." + quote(SchemaScope.RUN_TABLE);
  }

  /** The database's clock, which is the one that counts. */
  public Instant now() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT CURRENT_TIMESTAMP")) {
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }

  /**
   * Makes the table where it is missing, before anything else is changed.
   *
   * @param environment for messages
   * @throws SchemaGitOpsException when the login may not make it, or not write to it
   */
  public void prepare(String environment) throws SQLException {
    try {
      makeTable();
      requireInsert(environment);
    } catch (SQLException e) {
      if (!DENIED.equals(e.getSQLState())) {
        throw e;
      }
      throw refused(environment);
    }
  }

  private void requireInsert(String environment) throws SQLException {
    try (PreparedStatement question =
        connection.prepareStatement("SELECT has_table_privilege(?, 'INSERT')")) {
      question.setString(1, table);
      try (ResultSet row = question.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          throw refused(environment);
        }
      }
    }
  }

  private SchemaGitOpsException refused(String environment) {
    return SchemaGitOpsException.refused(
        "environment '%s': the login may not keep run records in %s; nothing was deployed"
            .formatted(environment, table),
        "deploy with the login that owns the schema, or let it make that table");
  }

  /** Adds a record; makes the table where it is missing. */
  public void add(RunRecord run) throws SQLException {
    makeTable();
    insert(run);
  }

  /** Asked first: without the right to make tables, even one that is there already is refused. */
  private boolean isThere() throws SQLException {
    try (PreparedStatement question = connection.prepareStatement("SELECT to_regclass(?)::text")) {
      question.setString(1, table);
      try (ResultSet row = question.executeQuery()) {
        row.next();
        return row.getString(1) != null;
      }
    }
  }

  private void makeTable() throws SQLException {
    if (isThere()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS %s (
            run_id varchar(36) PRIMARY KEY,
            environment varchar(200) NOT NULL,
            git_commit varchar(64),
            tool_version varchar(50) NOT NULL,
            started_at timestamp with time zone NOT NULL,
            finished_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
            from_version varchar(50),
            to_version varchar(50),
            applied_scripts text NOT NULL,
            manifest_sha256 char(64) NOT NULL,
            schema_fingerprint char(64) NOT NULL,
            outcome varchar(20) NOT NULL
          )
          """
              .formatted(table));
    }
  }

  private void insert(RunRecord run) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + table
                + " (run_id, environment, git_commit, tool_version, started_at, from_version,"
                + " to_version, applied_scripts, manifest_sha256, schema_fingerprint, outcome)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, run.runId());
      insert.setString(2, run.environment());
      insert.setString(3, run.commit().orElse(null));
      insert.setString(4, run.toolVersion());
      insert.setTimestamp(5, Timestamp.from(run.startedAt()));
      insert.setString(6, run.fromVersion().orElse(null));
      insert.setString(7, run.toVersion().orElse(null));
      insert.setString(8, String.join("\n", run.applied()));
      insert.setString(9, run.manifest().digest());
      insert.setString(10, run.fingerprint());
      insert.setString(11, run.outcome());
      insert.executeUpdate();
    }
  }

  private static Optional<String> schemaOf(Connection connection) {
    try {
      return Optional.ofNullable(connection.getSchema());
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
