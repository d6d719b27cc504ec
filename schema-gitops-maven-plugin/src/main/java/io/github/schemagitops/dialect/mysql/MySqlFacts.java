package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.ServerFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a MySQL or MariaDB server who it is. */
final class MySqlFacts {

  static final String MARIADB = "MariaDB";
  static final String MYSQL = "MySQL";

  private static final String FACTS =
      """
      select version(), coalesce(database(), ''), current_user(),
        upper(@@global.read_only) in ('0', 'OFF') and upper(@@global.innodb_read_only) in ('0', 'OFF')
      """;

  /** Only MySQL has it; it holds back administrators too. */
  private static final String SUPER_READ_ONLY = "select @@global.super_read_only = 0";

  /** A version may carry a suffix, as in {@code 11.8.6-MariaDB-ubu2404}. */
  private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.\\d+)*");

  private MySqlFacts() {}

  static ServerFacts read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ServerFacts facts;
      try (ResultSet row = statement.executeQuery(FACTS)) {
        row.next();
        String version = row.getString(1);
        facts =
            new ServerFacts(
                version.contains(MARIADB) ? MARIADB : MYSQL,
                number(version).map(Matcher::group).orElse(version),
                number(version).map(v -> Integer.parseInt(v.group(1))).orElse(0),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4));
      }
      return facts.product().equals(MARIADB) || !facts.writable()
          ? facts
          : writable(facts, statement);
    }
  }

  private static ServerFacts writable(ServerFacts facts, Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(SUPER_READ_ONLY)) {
      row.next();
      return new ServerFacts(
          facts.product(),
          facts.version(),
          facts.major(),
          facts.database(),
          facts.user(),
          row.getBoolean(1));
    }
  }

  /**
   * Major and minor version in one number, for instance 1108 for MariaDB 11.8 and 907 for MySQL
   * 9.7: minor versions of both products render definitions differently.
   */
  static int release(ServerFacts server) {
    return number(server.version())
        .map(v -> Integer.parseInt(v.group(1)) * 100 + Integer.parseInt(v.group(2)))
        .orElse(0);
  }

  private static Optional<Matcher> number(String version) {
    Matcher number = NUMBER.matcher(version);
    return number.find() ? Optional.of(number) : Optional.empty();
  }
}
