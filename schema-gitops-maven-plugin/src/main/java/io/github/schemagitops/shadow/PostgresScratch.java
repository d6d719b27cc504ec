package io.github.schemagitops.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Scratch databases on a PostgreSQL server, made by a role with CREATEDB. */
record PostgresScratch() implements ScratchProduct {

  /** From this version on, a database is dropped together with its sessions. */
  private static final int DROP_WITH_FORCE = 13;

  @Override
  public List<String> dangerousRights(Connection connection) throws SQLException {
    return ScratchProduct.texts(
        connection,
        """
        SELECT r.words
        FROM pg_catalog.pg_roles u
        CROSS JOIN LATERAL (VALUES
          (u.rolsuper, 'SUPERUSER'), (u.rolcreaterole, 'CREATEROLE'),
          (u.rolreplication, 'REPLICATION'), (u.rolbypassrls, 'BYPASSRLS')) AS r(has, words)
        WHERE u.rolname = current_user AND r.has
        UNION ALL
        SELECT g.rolname FROM pg_catalog.pg_roles g
        WHERE g.rolname IN ('pg_execute_server_program', 'pg_read_server_files',
                            'pg_write_server_files', 'pg_signal_backend')
          AND pg_catalog.pg_has_role(current_user, g.oid, 'MEMBER')
          AND NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)
        ORDER BY 1
        """);
  }

  @Override
  public List<String> identityQueries() {
    return List.of(
        "SELECT 'system ' || system_identifier FROM pg_catalog.pg_control_system()",
        "SELECT 'started ' || extract(epoch FROM pg_catalog.pg_postmaster_start_time())");
  }

  @Override
  public boolean mayTouch(Connection connection, String database) throws SQLException {
    return ScratchProduct.texts(
            connection,
            "SELECT datname FROM pg_catalog.pg_database WHERE datname = ?"
                + " AND pg_catalog.pg_has_role(current_user, datdba, 'MEMBER')",
            database)
        .contains(database);
  }

  @Override
  public String release(Connection connection) throws SQLException {
    return String.valueOf(connection.getMetaData().getDatabaseMajorVersion());
  }

  @Override
  public void create(Connection connection, String database) throws SQLException {
    ShadowOwner.execute(connection, "CREATE DATABASE " + database);
    ShadowOwner.execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
    // Nobody waits for the disk for the sake of data that is thrown away.
    ShadowOwner.execute(
        connection, "ALTER DATABASE %s SET synchronous_commit = off".formatted(database));
  }

  @Override
  public void drop(Connection connection, String database) throws SQLException {
    if (connection.getMetaData().getDatabaseMajorVersion() >= DROP_WITH_FORCE) {
      ShadowOwner.execute(
          connection, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
    } else {
      endSessions(connection, database);
      ShadowOwner.execute(connection, "DROP DATABASE IF EXISTS " + database);
    }
  }

  @Override
  public List<String> databases(Connection connection) throws SQLException {
    return ScratchProduct.texts(
        connection,
        "SELECT datname FROM pg_catalog.pg_database"
            + " WHERE pg_catalog.pg_has_role(current_user, datdba, 'MEMBER')");
  }

  @Override
  public boolean inUse(Connection connection, String database) throws SQLException {
    return !ScratchProduct.texts(
            connection,
            "SELECT pid::text FROM pg_catalog.pg_stat_activity WHERE datname = ?",
            database)
        .isEmpty();
  }

  @Override
  public void use(Connection session, String database) {
    // A session in the database is all that it takes.
  }

  @Override
  public void endSessions(Connection connection, String database) throws SQLException {
    ScratchProduct.texts(
        connection,
        "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity"
            + " WHERE datname = ? AND pid <> pg_catalog.pg_backend_pid()",
        database);
  }

  @Override
  public Map<String, String> properties() {
    return Map.of();
  }

  @Override
  public Map<String, String> readOnlyProperties() {
    return ShadowInspector.READ_ONLY;
  }

  @Override
  public String neededGrant(String user) {
    return "CREATE ROLE %s LOGIN CREATEDB".formatted(user);
  }
}
