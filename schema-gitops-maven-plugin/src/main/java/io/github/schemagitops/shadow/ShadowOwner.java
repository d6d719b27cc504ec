package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The role that migrations run as: it owns the databases made for it and may do nothing else. A
 * migration comes from a pull request; as superuser it could run programs ({@code COPY … TO
 * PROGRAM}) and read files.
 */
final class ShadowOwner {

  static final String ROLE = "shadow_owner";

  /** From this version on, the owner of a database may write to its schema "public". */
  private static final int OWNER_HAS_PUBLIC_SCHEMA = 15;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final PostgresServer server;
  private final Secret password;
  private final int serverMajor;

  private ShadowOwner(PostgresServer server, Secret password, int serverMajor) {
    this.server = server;
    this.password = password;
    this.serverMajor = serverMajor;
  }

  /** Creates the role; where it is already (a kept state), it gets a new password. */
  static ShadowOwner createOn(PostgresServer server) {
    ConnectionSpec spec = server.administrator("postgres");
    Secret password = randomPassword();
    try (Connection connection = Connections.open(spec)) {
      createOrAlterRole(connection, ROLE, password);
      return new ShadowOwner(server, password, connection.getMetaData().getDatabaseMajorVersion());
    } catch (SQLException e) {
      throw failed(spec, e);
    }
  }

  /** A role that may log in and nothing else. */
  static void createOrAlterRole(Connection connection, String role, Secret password)
      throws SQLException {
    cheapPasswords(connection);
    execute(
        connection,
        "%s ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '%s'"
            .formatted(
                exists(connection, "pg_roles WHERE rolname", role) ? "ALTER" : "CREATE",
                role,
                password.reveal()));
  }

  /**
   * From version 16 on. Rounds of hashing slow down who guesses passwords; nobody guesses 192
   * random bits, and each login of a Java machine that has just started would take 30 ms for them.
   */
  static void cheapPasswords(Connection connection) throws SQLException {
    execute(
        connection,
        "SELECT pg_catalog.set_config(name, '1', false) FROM pg_catalog.pg_settings WHERE name = 'scram_iterations'");
  }

  /** The major version of the server the role lives on. */
  int serverMajor() {
    return serverMajor;
  }

  /**
   * Creates a database for the role, or hands over one that is there already, as an image's own
   * start-up scripts may have prepared it.
   *
   * @param database a plain lower-case identifier
   * @return the role's login to it
   */
  ConnectionSpec ownDatabase(String database) {
    ConnectionSpec spec = server.administrator("postgres");
    try (Connection connection = Connections.open(spec)) {
      String verb =
          exists(connection, "pg_database WHERE datname", database)
              ? "ALTER DATABASE %s OWNER TO"
              : "CREATE DATABASE %s OWNER";
      execute(connection, verb.formatted(database) + " " + ROLE);
    } catch (SQLException e) {
      throw failed(spec, e);
    }
    if (serverMajor < OWNER_HAS_PUBLIC_SCHEMA) {
      ownPublicSchema(database);
    }
    return login(database);
  }

  /** The role's login to a database. */
  ConnectionSpec login(String database) {
    return new ConnectionSpec(
        server.administrator(database).url(), Optional.of(ROLE), Optional.of(password), Map.of());
  }

  private void ownPublicSchema(String database) {
    ConnectionSpec spec = server.administrator(database);
    try (Connection connection = Connections.open(spec)) {
      execute(connection, "ALTER SCHEMA public OWNER TO " + ROLE);
    } catch (SQLException e) {
      throw failed(spec, e);
    }
  }

  static boolean exists(Connection connection, String where, String name) throws SQLException {
    String query = "SELECT 1 FROM pg_catalog." + where + " = ?";
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static SchemaGitOpsException failed(ConnectionSpec spec, SQLException e) {
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "the shadow database could not be prepared: " + Redactor.of(spec).message(e),
        "use an image that behaves like the official postgres image, or leave schema.shadow.image out",
        null);
  }

  /** A password of 192 random bits, safe inside an SQL literal, a shell word and a URL. */
  static Secret randomPassword() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().encodeToString(bytes));
  }
}
