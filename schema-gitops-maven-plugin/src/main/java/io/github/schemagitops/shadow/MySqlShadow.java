package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the one database and its users on a MySQL or MariaDB server that is ours alone. */
final class MySqlShadow {

  static final String DATABASE = OwnServerShadow.DATABASE;

  /** Name of the administrator. */
  static final String ADMINISTRATOR = "root";

  private static final Pattern RELEASE = Pattern.compile("^(\\d+\\.\\d+)");

  private MySqlShadow() {}

  /**
   * On a fresh server, or on one that begins with a kept state: then the users get new passwords.
   * Owns the server from now on.
   */
  static ShadowDatabase on(ThrowawayServer server, Database database) {
    ConnectionSpec administrator = server.administrator("mysql");
    try (Connection connection = Connections.open(administrator)) {
      MySqlUsers users = MySqlUsers.createOn(connection, database);
      String url = server.administrator(DATABASE).url();
      return new OwnServerShadow(
          server,
          database,
          server.description(release(connection)),
          users.owner(url),
          users.inspector(url));
    } catch (SQLException e) {
      server.close();
      throw ShadowOwner.failed(administrator, e);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  static String release(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT VERSION()")) {
      rows.next();
      String version = rows.getString(1);
      Matcher matcher = RELEASE.matcher(version);
      return matcher.find() ? matcher.group(1) : version;
    }
  }

  /**
   * A login.
   *
   * @param address host and port
   */
  static ConnectionSpec login(String address, String database, String user, Secret password) {
    return new ConnectionSpec(
        "jdbc:mariadb://%s/%s".formatted(address, database),
        Optional.of(user),
        Optional.of(password),
        driverProperties());
  }

  /** For the driver of MariaDB, which speaks to both products. */
  static Map<String, String> driverProperties() {
    return Map.of(
        "allowLocalInfile", "false",
        // MySQL's logins are encrypted with a key that the server sends.
        "allowPublicKeyRetrieval", "true",
        "connectTimeout", "10000");
  }

  /** Driver properties of a read-only session. */
  static Map<String, String> readOnlyProperties(Database database) {
    Map<String, String> properties = new HashMap<>(driverProperties());
    String variable = database == Database.MYSQL ? "transaction_read_only" : "tx_read_only";
    properties.put("sessionVariables", variable + "=1");
    return properties;
  }

  /** Gives the administrator another password. */
  static String changePassword(Secret password) {
    return "ALTER USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(ADMINISTRATOR, password.reveal());
  }

  /** Makes the server write everything and end; returns before it has. */
  static void shutDown(ConnectionSpec administrator) {
    try (Connection connection = Connections.open(administrator)) {
      ShadowOwner.execute(connection, "SHUTDOWN");
    } catch (SQLException e) {
      throw ShadowOwner.failed(administrator, e);
    }
  }
}
