package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The users of a throwaway MySQL or MariaDB server. A migration runs as the owner, who may do
 * everything inside of one database and nothing outside of it: no files, no other sessions, no
 * settings of the server. Another user reads what the migration left; the owner cannot end or alter
 * its sessions.
 */
final class MySqlUsers {

  static final String OWNER = "shadow_owner";
  static final String INSPECTOR = "shadow_inspector";

  /** Databases in which a tracer tries statements on copies; a pattern of GRANT. */
  private static final String PROBES = "schema\\_gitops\\_probe%";

  /**
   * The inspector sees what a user without a privilege on it does not see. TRIGGER and EVENT allow
   * more than looking; hence its sessions are read-only besides.
   */
  private static final String READING = "SELECT, SHOW VIEW, TRIGGER, EVENT, PROCESS";

  private final Database database;
  private final Secret ownerPassword = ShadowOwner.randomPassword();
  private final Secret inspectorPassword = ShadowOwner.randomPassword();

  private MySqlUsers(Database database) {
    this.database = database;
  }

  /**
   * Creates them and the database; those that are there already get new passwords.
   *
   * @param connection the administrator's
   */
  static MySqlUsers createOn(Connection connection, Database database) throws SQLException {
    MySqlUsers users = new MySqlUsers(database);
    for (String sql :
        List.of(
            "CREATE DATABASE IF NOT EXISTS " + MySqlShadow.DATABASE,
            create(OWNER, users.ownerPassword),
            alter(OWNER, users.ownerPassword),
            "GRANT ALL ON `%s`.* TO '%s'@'%%'".formatted(MySqlShadow.DATABASE, OWNER),
            "GRANT ALL ON `%s`.* TO '%s'@'%%'".formatted(PROBES, OWNER),
            create(INSPECTOR, users.inspectorPassword),
            alter(INSPECTOR, users.inspectorPassword),
            "GRANT %s ON *.* TO '%s'@'%%'".formatted(READING, INSPECTOR))) {
      ShadowOwner.execute(connection, sql);
    }
    if (database == Database.MYSQL) {
      // Texts of functions and procedures; MariaDB shows them to who may read mysql.proc.
      ShadowOwner.execute(
          connection, "GRANT SHOW_ROUTINE ON *.* TO '%s'@'%%'".formatted(INSPECTOR));
    }
    return users;
  }

  private static String create(String user, Secret password) {
    return "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'"
        .formatted(user, password.reveal());
  }

  private static String alter(String user, Secret password) {
    return "ALTER USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(user, password.reveal());
  }

  /** The owner's login. */
  ConnectionSpec owner(String url) {
    return login(url, OWNER, ownerPassword, MySqlShadow.driverProperties());
  }

  /** The inspector's login: read-only sessions. */
  ConnectionSpec inspector(String url) {
    return login(url, INSPECTOR, inspectorPassword, MySqlShadow.readOnlyProperties(database));
  }

  private static ConnectionSpec login(
      String url, String user, Secret password, Map<String, String> properties) {
    return new ConnectionSpec(url, Optional.of(user), Optional.of(password), properties);
  }
}
