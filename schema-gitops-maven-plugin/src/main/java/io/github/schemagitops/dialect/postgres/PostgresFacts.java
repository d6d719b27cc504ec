package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.ServerFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks a PostgreSQL server who it is. */
public final class PostgresFacts {

  /**
   * The version of a packaged server carries the package's, as in {@code 17.11 (Debian 17.11-1)}.
   */
  private static final String FACTS =
      """
      select split_part(current_setting('server_version'), ' ', 1),
        current_setting('server_version_num')::int / 10000,
        current_database(),
        current_user,
        not pg_is_in_recovery() and not current_setting('transaction_read_only')::bool
      """;

  private PostgresFacts() {}

  /** Name, version, database, role and whether it takes writes, in one query. */
  public static ServerFacts read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FACTS)) {
      row.next();
      return new ServerFacts(
          "PostgreSQL",
          row.getString(1),
          row.getInt(2),
          row.getString(3),
          row.getString(4),
          row.getBoolean(5));
    }
  }
}
