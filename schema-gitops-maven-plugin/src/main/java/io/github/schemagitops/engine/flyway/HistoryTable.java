package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the history table is, and how its rows are asked for.
 *
 * @param name qualified and quoted
 * @param ofMySql true on MySQL and MariaDB, where only asking for its rows tells whether it exists
 */
record HistoryTable(String name, boolean ofMySql) {

  private static final int UNKNOWN_DATABASE = 1049;
  private static final int NO_SUCH_TABLE = 1146;

  /**
   * The table that the settings name; empty when it is known not to exist.
   *
   * @throws io.github.schemagitops.finding.SchemaGitOpsException with verdict {@code UNKNOWN} when
   *     the login may not read it
   */
  static Optional<HistoryTable> of(Connection connection, MigrationSettings settings)
      throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
        ? inPostgres(connection, settings)
        : Optional.of(inMySql(connection, settings));
  }

  /** True when that error says that there is no such table. */
  boolean isMissing(SQLException e) {
    return ofMySql && (e.getErrorCode() == NO_SUCH_TABLE || e.getErrorCode() == UNKNOWN_DATABASE);
  }

  /** SQL for all rows by rank. */
  String query() {
    return "SELECT installed_rank, version, description, type, script, checksum, %s, success FROM %s ORDER BY installed_rank"
        .formatted(ofMySql ? "unix_timestamp(installed_on) AS installed_on" : "installed_on", name);
  }

  /**
   * When a row was written. MySQL's drivers read a timestamp in the time zone of whoever asks, so
   * there the server counts the seconds.
   */
  Instant installedOn(ResultSet row) throws SQLException {
    return ofMySql
        ? Instant.ofEpochSecond(row.getLong("installed_on"))
        : row.getTimestamp("installed_on").toInstant();
  }

  private static Optional<HistoryTable> inPostgres(
      Connection connection, MigrationSettings settings) throws SQLException {
    Optional<String> configured = settings.historyHome();
    String schema =
        configured.isPresent()
            ? configured.get()
            : Optional.ofNullable(connection.getSchema()).orElse("public");
    DatabaseMetaData metaData = connection.getMetaData();
    String escape = metaData.getSearchStringEscape();
    // Not information_schema: it hides tables the role may not read, and no history would look like
    // an empty database.
    try (ResultSet tables =
        metaData.getTables(
            null, literal(schema, escape), literal(settings.historyTable(), escape), null)) {
      if (!tables.next()) {
        return Optional.empty();
      }
      String name = quote(schema, '"') + "." + quote(settings.historyTable(), '"');
      HistoryAccess.require(connection, schema, settings.historyTable(), name);
      return Optional.of(new HistoryTable(name, false));
    }
  }

  /**
   * MySQL knows only information_schema, which hides what a login may not read; asking for the rows
   * tells "no such table" from "not allowed".
   */
  private static HistoryTable inMySql(Connection connection, MigrationSettings settings)
      throws SQLException {
    String catalog = connection.getCatalog();
    String database =
        settings
            .historyHome()
            .or(() -> Optional.ofNullable(catalog))
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "nothing says which database the migrations belong to",
                        "name it in the URL, as in jdbc:mysql://host:3306/database"));
    return new HistoryTable(quote(database, '`') + "." + quote(settings.historyTable(), '`'), true);
  }

  private static String literal(String name, String escape) {
    return name.replace("_", escape + "_").replace("%", escape + "%");
  }

  private static String quote(String identifier, char mark) {
    String doubled = String.valueOf(mark).repeat(2);
    return mark + identifier.replace(String.valueOf(mark), doubled) + mark;
  }
}
