package io.github.schemagitops.engine;

import io.github.schemagitops.migration.Migration;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;

/** Watches migrations being applied. */
public interface ApplyListener {

  /** Does nothing. */
  ApplyListener NONE = new ApplyListener() {};

  /**
   * A migration is about to run. Everything before it is committed, and it has not touched anything
   * yet, so the schema may be inspected through another connection.
   */
  default void starting(Migration migration) {}

  /**
   * A statement of the migration is about to run.
   *
   * @param number 1-based position in the file
   * @param sql as sent to the server, without comments before it
   * @param session the session that will run it
   */
  default void statementStarting(Migration migration, int number, String sql, Connection session) {}

  /**
   * A statement ran; when the migration runs in a transaction, that is still open.
   *
   * @param number 1-based position in the file
   * @param session the session that ran it
   * @param messages what the server said about it, in order
   */
  default void statementFinished(
      Migration migration, int number, Connection session, List<String> messages, Duration time) {}

  /** A migration ran; it may not be committed yet. */
  default void finished(Migration migration, Duration time) {}
}
