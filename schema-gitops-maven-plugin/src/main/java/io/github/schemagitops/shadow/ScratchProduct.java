package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a product makes and drops scratch databases on a server that others use too. Connections are
 * those of the configured login.
 */
interface ScratchProduct {

  /** Words of the rights that a login has and a migration must not have; empty is good. */
  List<String> dangerousRights(Connection connection) throws SQLException;

  /** SQL that gives one text which names the server; those that fail are left out. */
  List<String> identityQueries();

  /** True when the login could change or end what happens in another database of the server. */
  boolean mayTouch(Connection connection, String database) throws SQLException;

  /** The release of the server as in image tags. */
  String release(Connection connection) throws SQLException;

  void create(Connection connection, String database) throws SQLException;

  /** Drops it with every session in it; does nothing when it is gone. */
  void drop(Connection connection, String database) throws SQLException;

  /** All databases that the login sees. */
  List<String> databases(Connection connection) throws SQLException;

  /** Whether somebody uses a scratch database. */
  boolean inUse(Connection connection, String database) throws SQLException;

  /**
   * Marks it as used for as long as a session lives.
   *
   * @param session connected to the database
   */
  void use(Connection session, String database) throws SQLException;

  /** Ends every other session in it. */
  void endSessions(Connection connection, String database) throws SQLException;

  /** Driver properties of migrations. */
  Map<String, String> properties();

  /** Driver properties of read-only sessions. */
  Map<String, String> readOnlyProperties();

  /** What a login needs, as the statement that gives it. */
  String neededGrant(String user);

  static ScratchProduct of(Database database) {
    return database == Database.POSTGRESQL ? new PostgresScratch() : new MySqlScratch(database);
  }

  /** First column of a query with texts as parameters. */
  static List<String> texts(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(String.valueOf(rows.getString(1)));
        }
      }
      return texts;
    }
  }
}
