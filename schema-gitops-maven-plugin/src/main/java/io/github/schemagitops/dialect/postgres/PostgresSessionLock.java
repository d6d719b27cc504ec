package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.SessionLock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A session-level advisory lock. */
final class PostgresSessionLock implements SessionLock {

  private static final String IN_PG_LOCKS =
      """
      from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
        and ((l.classid::bigint << 32) | l.objid::bigint) = ?
      """;

  @Override
  public boolean tryAcquire(Connection connection, String key) throws SQLException {
    return ask(connection, "select pg_catalog.pg_try_advisory_lock(?)", key);
  }

  @Override
  public boolean isHeld(Connection connection, String key) throws SQLException {
    return ask(
        connection,
        "select exists (select " + IN_PG_LOCKS + " and l.pid = pg_catalog.pg_backend_pid())",
        key);
  }

  @Override
  public void release(Connection connection, String key) throws SQLException {
    ask(connection, "select pg_catalog.pg_advisory_unlock(?)", key);
  }

  @Override
  public Optional<String> holder(Connection connection, String key) throws SQLException {
    String sql =
        """
        select format('%s from %s (pid %s, user %s, connected since %s)',
          coalesce(nullif(a.application_name, ''), 'a session'),
          coalesce(pg_catalog.host(a.client_addr), 'the server itself'), l.pid, a.usename,
          to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'))
        """
            + IN_PG_LOCKS.replace(
                "l\nwhere", "l join pg_catalog.pg_stat_activity a using (pid)\nwhere");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, number(key));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static boolean ask(Connection connection, String sql, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, number(key));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** The first 64 bits of the key's SHA-256. */
  private static long number(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
