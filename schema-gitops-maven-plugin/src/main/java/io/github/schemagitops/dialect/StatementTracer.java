package io.github.schemagitops.dialect;

import io.github.schemagitops.trace.TableEffect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Observes statements that run in another session of the same throwaway database. Opened by {@link
 * Dialect#tracer}; closing it ends its own sessions and removes what it made for its probes.
 */
public interface StatementTracer extends AutoCloseable {

  /** Driver properties for the session that is observed, so that the server says more. */
  Map<String, String> sessionProperties();

  /**
   * A migration begins: what exists now is what its statements can hurt. Everything before it is
   * committed.
   */
  void migrationStarting() throws SQLException;

  /**
   * A statement is about to run.
   *
   * @param session the session that will run it, possibly in a transaction; what is done with it
   *     must not change what the migration does
   * @param sql as sent to the server
   */
  void statementStarting(Connection session, String sql) throws SQLException;

  /**
   * The statement ran; when the migration runs in a transaction, that is still open.
   *
   * @param session the session that ran it
   * @param messages what the server said while it ran, in order
   */
  Observed statementFinished(Connection session, List<String> messages) throws SQLException;

  @Override
  void close();

  /**
   * What was seen of a statement.
   *
   * @param effects on relations that existed when the migration began, sorted by name
   * @param unseen what could not be observed, and why
   */
  record Observed(List<TableEffect> effects, List<String> unseen) {

    public Observed {
      effects = List.copyOf(effects);
      unseen = List.copyOf(unseen);
    }
  }
}
