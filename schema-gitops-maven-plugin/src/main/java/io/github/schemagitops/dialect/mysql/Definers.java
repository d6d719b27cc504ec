package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.ServerFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells who defined views and programs. What the migrations made has the login that ran them as its
 * definer, which every environment names as it likes; so that login has no name here. It is the one
 * that looks, or one that a history table names.
 *
 * @param migrators names of users, without the host
 */
record Definers(Set<String> migrators) {

  private static final String IS_HISTORY =
      """
      select 1 from information_schema.columns
      where table_schema = ? and table_name = ? and column_name = 'installed_by'
      """;

  Definers {
    migrators = Set.copyOf(migrators);
  }

  /**
   * Asks the history tables of some databases.
   *
   * @param toolTables where history tables are looked for
   */
  static Definers read(
      Connection connection, ServerFacts server, List<String> databases, Set<String> toolTables)
      throws SQLException {
    Set<String> migrators = new HashSet<>();
    migrators.add(user(server.user()));
    for (String database : databases) {
      for (String table : toolTables) {
        if (isHistory(connection, database, table)) {
          addInstallers(connection, Names.path(database, table), migrators);
        }
      }
    }
    return new Definers(migrators);
  }

  /**
   * True when some of these accounts are known to migrate, or there are none. Otherwise the
   * history's names are not those of logins, and nobody knows who is who.
   */
  boolean canTell(Collection<String> accounts) {
    return accounts.isEmpty() || accounts.stream().anyMatch(this::isMigrator);
  }

  /** {@code DEFINER=`user`@`host` }, or nothing for who migrates. */
  String clause(String account) {
    if (isMigrator(account)) {
      return "";
    }
    int at = account.lastIndexOf('@');
    boolean role = at < 0 || at == account.length() - 1;
    return "DEFINER="
        + Names.always(user(account))
        + (role ? "" : "@" + Names.always(account.substring(at + 1)))
        + " ";
  }

  /**
   * True for the login that migrates.
   *
   * @param account as in {@code current_user()}
   */
  boolean isMigrator(String account) {
    return migrators.contains(user(account));
  }

  private static String user(String account) {
    int at = account.lastIndexOf('@');
    return at < 0 ? account : account.substring(0, at);
  }

  private static boolean isHistory(Connection connection, String database, String table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(IS_HISTORY)) {
      statement.setString(1, database);
      statement.setString(2, table);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void addInstallers(Connection connection, String table, Set<String> migrators)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select distinct installed_by from " + table)) {
      while (rows.next()) {
        migrators.add(user(String.valueOf(rows.getString(1))));
      }
    }
  }
}
