package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a login may read a history table, all of it. Without the history nothing says what to
 * compare with, so a missing privilege is named before anything else is read.
 */
final class HistoryAccess {

  private static final int TABLE_DENIED = 1142;
  private static final int COLUMN_DENIED = 1143;
  private static final int DATABASE_DENIED = 1044;

  /** Whoever may read all columns may read the table. */
  private static final String RIGHTS =
      """
      SELECT pg_catalog.quote_ident(current_user), pg_catalog.quote_ident(n.nspname),
        pg_catalog.has_schema_privilege(n.oid, 'USAGE'),
        pg_catalog.has_table_privilege(c.oid, 'SELECT') OR (
          SELECT pg_catalog.bool_and(pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT'))
          FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
        pg_catalog.row_security_active(c.oid)
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ?
      """;

  private HistoryAccess() {}

  /**
   * Makes sure that a role of PostgreSQL sees every row.
   *
   * @param name of the table, qualified and quoted
   * @throws SchemaGitOpsException with verdict {@code UNKNOWN}, naming what the role lacks
   */
  static void require(Connection connection, String schema, String table, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RIGHTS)) {
      statement.setString(1, schema);
      statement.setString(2, table);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return; // Gone by now; whoever reads it says so.
        }
        String role = row.getString(1);
        List<String> lacks = new ArrayList<>();
        List<String> grants = new ArrayList<>();
        if (!row.getBoolean(3)) {
          lacks.add("USAGE on schema " + row.getString(2));
          grants.add("GRANT USAGE ON SCHEMA %s TO %s;".formatted(row.getString(2), role));
        }
        if (!row.getBoolean(4)) {
          lacks.add("SELECT on the table");
          grants.add("GRANT SELECT ON %s TO %s;".formatted(name, role));
        }
        if (!lacks.isEmpty()) {
          throw unreadable(name, "role " + role, String.join(" and ", lacks), grants);
        }
        if (row.getBoolean(5)) {
          throw unknown(
              "the history table %s has row level security, which may hide rows from role %s"
                  .formatted(name, role),
              "ALTER TABLE %s DISABLE ROW LEVEL SECURITY;".formatted(name));
        }
      }
    }
  }

  /**
   * What an error of MySQL or MariaDB says about a login's rights; empty when it says something
   * else.
   *
   * @param name of the table, qualified and quoted
   */
  static Optional<SchemaGitOpsException> deniedByMySql(
      Connection connection, String name, SQLException e) throws SQLException {
    int code = e.getErrorCode();
    if (code != TABLE_DENIED && code != COLUMN_DENIED && code != DATABASE_DENIED) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT current_user()")) {
      row.next();
      String login = "'" + row.getString(1).replaceFirst("@(?=[^@]*$)", "'@'") + "'";
      return Optional.of(
          unreadable(
              name,
              "login " + login,
              "SELECT on the table",
              List.of("GRANT SELECT ON %s TO %s;".formatted(name, login))));
    }
  }

  private static SchemaGitOpsException unreadable(
      String name, String who, String lacks, List<String> grants) {
    return unknown(
        "the history table %s could not be read (%s lacks %s)".formatted(name, who, lacks),
        String.join(" ", grants));
  }

  private static SchemaGitOpsException unknown(String message, String remedy) {
    return new SchemaGitOpsException(
        new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN), message, remedy, Optional.empty(), null);
  }
}
