package io.github.schemagitops.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A lock that the server frees by itself when the session that holds it ends. */
public interface SessionLock {

  /**
   * Takes the lock if it is free. Never waits: a session that waits inside of the server for a lock
   * deadlocks with a concurrent index build.
   *
   * @param connection the session that is to hold it, in autocommit mode
   * @param key what is locked
   */
  boolean tryAcquire(Connection connection, String key) throws SQLException;

  /** True while the session still holds it. */
  boolean isHeld(Connection connection, String key) throws SQLException;

  void release(Connection connection, String key) throws SQLException;

  /** Who holds it, for people; empty when nobody does or the server does not say. */
  Optional<String> holder(Connection connection, String key) throws SQLException;
}
