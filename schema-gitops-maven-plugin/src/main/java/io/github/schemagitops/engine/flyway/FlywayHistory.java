package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.migration.MigrationVersion;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the history table with plain SQL: {@code flyway.info()} throws on rows that a paid edition
 * wrote.
 */
final class FlywayHistory {

  private FlywayHistory() {}

  static Optional<History> read(Connection connection, MigrationSettings settings)
      throws SQLException {
    Optional<String> schema = schemaOf(connection, settings);
    if (schema.isEmpty()) {
      return Optional.empty();
    }
    String table = quote(schema.get()) + "." + quote(settings.historyTable());
    List<History.Entry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT installed_rank, version, description, type, script, checksum,"
                    + " installed_on, success FROM "
                    + table
                    + " ORDER BY installed_rank")) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    return Optional.of(new History(entries));
  }

  /** The schema that holds the history table, where it exists. */
  private static Optional<String> schemaOf(Connection connection, MigrationSettings settings)
      throws SQLException {
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
      return tables.next() ? Optional.of(schema) : Optional.empty();
    }
  }

  private static String literal(String name, String escape) {
    return name.replace("_", escape + "_").replace("%", escape + "%");
  }

  private static History.Entry entry(ResultSet row) throws SQLException {
    int checksum = row.getInt("checksum");
    boolean noChecksum = row.wasNull();
    Timestamp installedOn = row.getTimestamp("installed_on");
    return new History.Entry(
        row.getInt("installed_rank"),
        Optional.ofNullable(row.getString("version")).flatMap(MigrationVersion::parse),
        row.getString("description"),
        typeOf(row.getString("type")),
        row.getString("script"),
        noChecksum ? Optional.empty() : Optional.of(checksum),
        installedOn.toInstant(),
        row.getBoolean("success"));
  }

  /** SQL_BASELINE is a B script that ran: it counts as a baseline and as a run. */
  private static History.Type typeOf(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "SQL" -> History.Type.SQL;
      case "BASELINE", "SQL_BASELINE" -> History.Type.BASELINE;
      case "DELETE", "UNDO_SQL", "UNDO_JDBC", "UNDO_SCRIPT" -> History.Type.REMOVED;
      case "SCHEMA" -> History.Type.SCHEMA;
      default -> History.Type.CODE;
    };
  }

  private static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
