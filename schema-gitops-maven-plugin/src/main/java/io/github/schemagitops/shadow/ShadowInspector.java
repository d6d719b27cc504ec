package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * The role that reads PostgreSQL's catalog after a migration ran. It is not the owner, so that a
 * migration can neither end nor alter its sessions, and it is no administrator, so that nothing a
 * migration left in the database runs with rights that the migration had not.
 */
final class ShadowInspector {

  static final String ROLE = "shadow_inspector";

  /**
   * Settings of its sessions. Given by the client, they win over what the owner of a database may
   * set for it ({@code ALTER DATABASE … SET search_path = evil}).
   */
  private static final String OPTIONS =
      "-c search_path=pg_catalog"
          + " -c default_transaction_read_only=on"
          + " -c statement_timeout=0"
          + " -c lock_timeout=0"
          + " -c idle_in_transaction_session_timeout=0"
          + " -c role=none"
          + " -c quote_all_identifiers=off"
          + " -c transform_null_equals=off"
          + " -c standard_conforming_strings=on"
          + " -c array_nulls=on"
          + " -c bytea_output=hex"
          + " -c IntervalStyle=postgres"
          + " -c xmloption=content";

  /** Driver properties of a read-only session that trusts no setting of the database. */
  static final Map<String, String> READ_ONLY = Map.of("options", OPTIONS);

  private final PostgresServer server;
  private final Secret password;

  private ShadowInspector(PostgresServer server, Secret password) {
    this.server = server;
    this.password = password;
  }

  /** Creates the role; where it is already (a kept state), it gets a new password. */
  static ShadowInspector createOn(PostgresServer server) {
    ConnectionSpec spec = server.administrator("postgres");
    Secret password = ShadowOwner.randomPassword();
    try (Connection connection = Connections.open(spec)) {
      ShadowOwner.createOrAlterRole(connection, ROLE, password);
      // Other roles' sessions in pg_stat_activity: what a statement waits for.
      ShadowOwner.execute(connection, "GRANT pg_read_all_stats TO " + ROLE);
      return new ShadowInspector(server, password);
    } catch (SQLException e) {
      throw ShadowOwner.failed(spec, e);
    }
  }

  /** The role's login to a database; it stays when a migration takes away what PUBLIC may do. */
  ConnectionSpec login(String database) {
    ConnectionSpec spec = server.administrator("postgres");
    try (Connection connection = Connections.open(spec)) {
      ShadowOwner.execute(
          connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(database, ROLE));
    } catch (SQLException e) {
      throw ShadowOwner.failed(spec, e);
    }
    return new ConnectionSpec(
        server.administrator(database).url(), Optional.of(ROLE), Optional.of(password), READ_ONLY);
  }
}
