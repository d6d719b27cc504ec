package io.github.schemagitops.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the tables on which a statement needs an exclusive metadata lock: it waits for a
 * transaction that only read one of them. When the statement is done its locks are gone, so waiting
 * is all there is to see.
 */
final class MetadataLockProbe {

  private static final int POLL_MILLIS = 4;

  /** A statement on an empty table that neither ends nor waits for so long is not understood. */
  private static final int LIMIT_SECONDS = 20;

  private final ProbeSchema copies;
  private final Connection holder;
  private final long statementSession;

  MetadataLockProbe(ProbeSchema copies, Connection holder) throws SQLException {
    this.copies = copies;
    this.holder = holder;
    this.statementSession = sessionId(copies.session());
  }

  /** The tables for whose readers the statement waits, of some. */
  List<String> exclusive(AlgorithmProbe.Refill fresh, String sql, List<String> tables)
      throws SQLException {
    if (tables.isEmpty()) {
      return List.of();
    }
    boolean some = waits(fresh, sql, tables);
    if (!some || tables.size() == 1) {
      return some ? tables : List.of();
    }
    List<String> exclusive = new ArrayList<>();
    for (String table : tables) {
      if (waits(fresh, sql, List.of(table))) {
        exclusive.add(table);
      }
    }
    return exclusive;
  }

  private boolean waits(AlgorithmProbe.Refill fresh, String sql, Collection<String> read)
      throws SQLException {
    fresh.run();
    holder.setAutoCommit(false);
    FutureTask<Void> running =
        new FutureTask<>(
            () -> {
              copies.execute(sql);
              return null;
            });
    try (Statement statement = holder.createStatement()) {
      for (String table : read) {
        String name = TableName.quote(copies.name()) + "." + TableName.quote(table);
        statement.executeQuery("SELECT 1 FROM " + name + " LIMIT 1").close();
      }
      Thread thread = new Thread(running, "schema-gitops metadata lock probe");
      thread.setDaemon(true);
      thread.start();
      boolean waits = endsOrWaits(running, statement);
      holder.rollback();
      finish(running, statement);
      return waits;
    } finally {
      holder.rollback();
      holder.setAutoCommit(true);
    }
  }

  /** True when it waits for the holder, false when it ended. */
  private boolean endsOrWaits(FutureTask<Void> running, Statement watcher) throws SQLException {
    for (int i = 0; i < LIMIT_SECONDS * 1000 / POLL_MILLIS; i++) {
      if (ended(running, POLL_MILLIS)) {
        return false;
      }
      if (waitsForMetadataLock(watcher)) {
        return true;
      }
    }
    throw killed(running, watcher);
  }

  private boolean waitsForMetadataLock(Statement watcher) throws SQLException {
    String sql =
        "SELECT 1 FROM information_schema.processlist WHERE id = %d AND state LIKE '%%metadata lock'"
            .formatted(statementSession);
    try (ResultSet row = watcher.executeQuery(sql)) {
      return row.next();
    }
  }

  private void finish(FutureTask<Void> running, Statement watcher) throws SQLException {
    if (!ended(running, LIMIT_SECONDS * 1000)) {
      throw killed(running, watcher);
    }
  }

  private SQLException killed(FutureTask<Void> running, Statement watcher) throws SQLException {
    watcher.execute("KILL QUERY " + statementSession);
    // Its own complaint, that it was interrupted, comes from here.
    ended(running, LIMIT_SECONDS * 1000);
    return new SQLException(
        "it did not end within %d seconds, although its tables are empty".formatted(LIMIT_SECONDS));
  }

  private static boolean ended(FutureTask<Void> running, int millis) throws SQLException {
    try {
      running.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SQLException failure
          ? failure
          : new SQLException("the statement could not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }

  private static long sessionId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
      row.next();
      return row.getLong(1);
    }
  }
}
