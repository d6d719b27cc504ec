package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Scratch databases on a MySQL or MariaDB server, made by a user who owns a pattern of names. */
record MySqlScratch(Database database) implements ScratchProduct {

  @Override
  public List<String> dangerousRights(Connection connection) throws SQLException {
    return ScratchProduct.texts(
        connection,
        """
        SELECT DISTINCT PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES
        WHERE REPLACE(GRANTEE, '''', '') = CURRENT_USER()
          AND PRIVILEGE_TYPE NOT IN ('USAGE', 'CREATE', 'SHOW DATABASES')
        ORDER BY 1
        """);
  }

  @Override
  public List<String> identityQueries() {
    return List.of(
        "SELECT CONCAT('server ', @@global.server_uuid)",
        "SELECT CONCAT('server ', @@global.server_uid)",
        "SELECT CONCAT_WS(' ', @@hostname, @@port, @@datadir, @@pid_file)");
  }

  /** Whoever may do nothing in a database does not see it. */
  @Override
  public boolean mayTouch(Connection connection, String name) throws SQLException {
    return databases(connection).contains(name);
  }

  @Override
  public String release(Connection connection) throws SQLException {
    return MySqlShadow.release(connection);
  }

  @Override
  public void create(Connection connection, String name) throws SQLException {
    ShadowOwner.execute(connection, "CREATE DATABASE " + name);
  }

  @Override
  public void drop(Connection connection, String name) throws SQLException {
    // A session that waits or runs holds locks on tables, and dropping them would wait for it.
    endSessions(connection, name);
    ShadowOwner.execute(connection, "DROP DATABASE IF EXISTS " + name);
  }

  @Override
  public List<String> databases(Connection connection) throws SQLException {
    return ScratchProduct.texts(
        connection, "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA ORDER BY 1");
  }

  /** By a lock with the name of the database: other users' sessions are not seen. */
  @Override
  public boolean inUse(Connection connection, String name) throws SQLException {
    return ScratchProduct.texts(connection, "SELECT COALESCE(IS_USED_LOCK(?), 0)", name).stream()
        .noneMatch("0"::equals);
  }

  @Override
  public void use(Connection session, String name) throws SQLException {
    ScratchProduct.texts(session, "SELECT GET_LOCK(?, 0)", name);
  }

  @Override
  public void endSessions(Connection connection, String name) throws SQLException {
    for (String id :
        ScratchProduct.texts(
            connection,
            "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()",
            name)) {
      try {
        ShadowOwner.execute(connection, "KILL " + Long.parseLong(id));
      } catch (SQLException e) {
        if (e.getErrorCode() != NO_SUCH_THREAD) {
          throw e;
        }
      }
    }
  }

  /** It ended between looking and killing. */
  private static final int NO_SUCH_THREAD = 1094;

  @Override
  public Map<String, String> properties() {
    return MySqlShadow.driverProperties();
  }

  @Override
  public Map<String, String> readOnlyProperties() {
    return MySqlShadow.readOnlyProperties(database);
  }

  @Override
  public String neededGrant(String user) {
    return "GRANT ALL ON `schema\\_gitops\\_%`.* TO " + user;
  }
}
