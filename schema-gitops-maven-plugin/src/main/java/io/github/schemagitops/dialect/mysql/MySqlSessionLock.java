package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.SessionLock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/** A named lock. Names count for the whole server, so ours contain the database's. */
final class MySqlSessionLock implements SessionLock {

  /** MySQL takes names of up to 64 characters. */
  private static final int DIGITS = 40;

  private static final String HOLDER =
      """
      select concat('a session (id ', s.id, ', user ', coalesce(p.user, 'unknown'), ' from ',
        coalesce(p.host, 'an unknown host'), ')')
      from (select is_used_lock(?) as id) s
      left join information_schema.processlist p on p.id = s.id
      where s.id is not null
      """;

  @Override
  public boolean tryAcquire(Connection connection, String key) throws SQLException {
    return ask(connection, "select coalesce(get_lock(?, 0), 0)", key);
  }

  @Override
  public boolean isHeld(Connection connection, String key) throws SQLException {
    return ask(connection, "select coalesce(is_used_lock(?) = connection_id(), 0)", key);
  }

  @Override
  public void release(Connection connection, String key) throws SQLException {
    ask(connection, "select coalesce(release_lock(?), 0)", key);
  }

  @Override
  public Optional<String> holder(Connection connection, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
      statement.setString(1, name(connection, key));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static boolean ask(Connection connection, String sql, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name(connection, key));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static String name(Connection connection, String key) throws SQLException {
    String place = connection.getCatalog() + "\n" + key;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
      return "schema-gitops/" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
