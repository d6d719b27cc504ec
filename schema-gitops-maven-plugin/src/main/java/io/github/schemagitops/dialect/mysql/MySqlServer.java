package io.github.schemagitops.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which server it is.
 *
 * @param mariaDb true for MariaDB, false for MySQL
 * @param version for instance 90704 for 9.7.4
 * @param foldsNames true when names of tables are compared without regard to case
 */
record MySqlServer(boolean mariaDb, int version, boolean foldsNames) {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

  static MySqlServer ask(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT VERSION(), @@global.lower_case_table_names")) {
      row.next();
      String text = row.getString(1);
      return new MySqlServer(
          text.contains("MariaDB") || text.contains("mariadb"), number(text), row.getInt(2) != 0);
    }
  }

  private static int number(String text) {
    Matcher version = VERSION.matcher(text);
    if (!version.find()) {
      return 0;
    }
    return Integer.parseInt(version.group(1)) * 10_000
        + Integer.parseInt(version.group(2)) * 100
        + Integer.parseInt(version.group(3));
  }

  /** True when it runs the text of a comment that begins with an exclamation mark. */
  boolean runsComment(boolean forMariaDbOnly, @Nullable String fromVersion) {
    if (forMariaDbOnly && !mariaDb) {
      return false;
    }
    if (fromVersion == null) {
      return true;
    }
    int from = Integer.parseInt(fromVersion);
    // MariaDB has no feature of MySQL 5.7 and later just because its own number is higher.
    boolean featureOfMySql = mariaDb && !forMariaDbOnly && from >= 50_700 && from <= 99_999;
    return version >= from && !featureOfMySql;
  }

  /** The form in which two names of the same table are equal. */
  String fold(String table) {
    return foldsNames ? table.toLowerCase(Locale.ROOT) : table;
  }
}
