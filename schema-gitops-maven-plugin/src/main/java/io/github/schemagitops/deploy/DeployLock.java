package io.github.schemagitops.deploy;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One deploy at a time for one database. Held by a session of its own, so that a killed deploy
 * frees it, and polled, never waited for inside of the server.
 */
public final class DeployLock implements AutoCloseable {

  private static final long POLL_MILLIS = 500;

  private final Connection session;
  private final Dialect dialect;
  private final String key;
  private final Duration waited;

  private DeployLock(Connection session, Dialect dialect, String key, Duration waited) {
    this.session = session;
    this.dialect = dialect;
    this.key = key;
    this.waited = waited;
  }

  /**
   * What a lock is for: databases of one server do not share it, nor do two histories of one
   * database.
   */
  public static String key(String historyTable) {
    return "schema-gitops deploy " + historyTable;
  }

  /**
   * Waits for the lock.
   *
   * @throws SchemaGitOpsException when another deploy still holds it after the time; exit code 5
   */
  public static DeployLock acquire(
      ConnectionSpec target, Dialect dialect, String key, Duration timeout, Progress progress) {
    Connection session = Connections.open(target);
    try {
      long start = System.nanoTime();
      boolean said = false;
      while (!dialect.lock().tryAcquire(session, key)) {
        if (System.nanoTime() - start >= timeout.toNanos()) {
          throw timedOut(session, dialect, key, timeout);
        }
        if (!said) {
          progress.say("waiting for the deploy lock: " + holder(session, dialect, key));
          said = true;
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
      return new DeployLock(session, dialect, key, Duration.ofNanos(System.nanoTime() - start));
    } catch (SQLException e) {
      closeQuietly(session);
      throw SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "the deploy lock cannot be asked for: " + e.getMessage(),
          "check that the server is still there",
          e);
    } catch (InterruptedException e) {
      closeQuietly(session);
      Thread.currentThread().interrupt();
      throw SchemaGitOpsException.error(
          ExitCode.LOCK_NOT_ACQUIRED,
          "interrupted while waiting for the deploy lock",
          "run again",
          e);
    } catch (SchemaGitOpsException e) {
      closeQuietly(session);
      throw e;
    }
  }

  /** How long it took to get. */
  public Duration waited() {
    return waited;
  }

  /**
   * Checks that nobody else can be deploying.
   *
   * @throws SchemaGitOpsException when the session that held the lock is gone
   */
  public void ensureHeld() {
    boolean held;
    try {
      held = dialect.lock().isHeld(session, key);
    } catch (SQLException e) {
      held = false;
    }
    if (!held) {
      throw SchemaGitOpsException.error(
          ExitCode.LOCK_NOT_ACQUIRED,
          "the deploy lock was lost: its session ended",
          "check what ended it, then deploy again: what was applied is recorded",
          null);
    }
  }

  private static SchemaGitOpsException timedOut(
      Connection session, Dialect dialect, String key, Duration timeout) throws SQLException {
    return SchemaGitOpsException.error(
        ExitCode.LOCK_NOT_ACQUIRED,
        "the deploy lock was not free within %d s: held by %s"
            .formatted(timeout.toSeconds(), holder(session, dialect, key)),
        "wait for that deploy to end, or raise schema.deploy.lockTimeout; the lock ends with its session",
        null);
  }

  private static String holder(Connection session, Dialect dialect, String key)
      throws SQLException {
    return dialect.lock().holder(session, key).orElse("a session that just ended");
  }

  @Override
  public void close() {
    try {
      dialect.lock().release(session, key);
    } catch (SQLException e) {
      // The lock ends with the session, which is closed next.
    } finally {
      closeQuietly(session);
    }
  }

  private static void closeQuietly(Connection session) {
    try {
      session.close();
    } catch (SQLException e) {
      // Nothing is left to do with a connection that does not close.
    }
  }
}
