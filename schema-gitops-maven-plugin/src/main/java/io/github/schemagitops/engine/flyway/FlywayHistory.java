package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.MigrationVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    Optional<HistoryTable> table = HistoryTable.of(connection, settings);
    return table.isPresent() ? rows(connection, table.get()) : Optional.empty();
  }

  private static Optional<History> rows(Connection connection, HistoryTable table)
      throws SQLException {
    List<History.Entry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(table.query())) {
      while (rows.next()) {
        entries.add(entry(rows, table));
      }
    } catch (SQLException e) {
      if (table.isMissing(e)) {
        return Optional.empty();
      }
      if (table.ofMySql()) {
        Optional<SchemaGitOpsException> denied =
            HistoryAccess.deniedByMySql(connection, table.name(), e);
        if (denied.isPresent()) {
          throw denied.get();
        }
      }
      throw e;
    }
    return Optional.of(new History(entries));
  }

  private static History.Entry entry(ResultSet row, HistoryTable table) throws SQLException {
    int checksum = row.getInt("checksum");
    boolean noChecksum = row.wasNull();
    String type = row.getString("type");
    return new History.Entry(
        row.getInt("installed_rank"),
        Optional.ofNullable(row.getString("version")).flatMap(MigrationVersion::parse),
        row.getString("description"),
        typeOf(type),
        type,
        row.getString("script"),
        noChecksum ? Optional.empty() : Optional.of(checksum),
        table.installedOn(row),
        row.getBoolean("success"));
  }

  private static History.Type typeOf(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "SQL" -> History.Type.SQL;
      case "JDBC", "SPRING_JDBC" -> History.Type.CODE;
      case "BASELINE" -> History.Type.BASELINE;
      case "SQL_BASELINE" -> History.Type.BASELINE_SCRIPT;
      case "DELETE" -> History.Type.DELETED;
      case "UNDO_SQL", "UNDO_JDBC", "UNDO_SCRIPT" -> History.Type.UNDONE;
      case "SCHEMA" -> History.Type.SCHEMA;
      // Shell scripts, JDBC_BASELINE, custom resolvers, and what comes after this tool.
      default -> History.Type.OTHER;
    };
  }
}
