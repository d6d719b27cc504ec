package io.github.schemagitops.shadow;

import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a role of a throwaway PostgreSQL server can do beyond its own database. */
final class PostgresHardening {

  private PostgresHardening() {}

  /** Limits temporary files and closes the server's other databases. */
  static void apply(PostgresServer server, ShadowLimits limits) {
    ConnectionSpec spec = server.administrator("postgres");
    try (Connection connection = Connections.open(spec)) {
      // A setting of the server: what is set for a role can be reset by it.
      ShadowOwner.execute(
          connection,
          "ALTER SYSTEM SET temp_file_limit = '%dkB'".formatted(limits.tempFileBytes() / 1024));
      ShadowOwner.execute(connection, "SELECT pg_catalog.pg_reload_conf()");
      for (String database : List.of("postgres", "template1")) {
        if (ShadowOwner.exists(connection, "pg_database WHERE datname", database)) {
          ShadowOwner.execute(
              connection,
              "REVOKE CONNECT, TEMPORARY ON DATABASE %s FROM PUBLIC".formatted(database));
        }
      }
    } catch (SQLException e) {
      throw ShadowOwner.failed(spec, e);
    }
  }
}
