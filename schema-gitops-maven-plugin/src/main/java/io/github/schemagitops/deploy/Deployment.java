package io.github.schemagitops.deploy;

import io.github.schemagitops.config.CountedProgress;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Applied;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Applies pending migrations to a real database, one engine run and one connection each: a setting
 * that one migration leaves behind does not reach the next.
 */
public final class Deployment {

  /** How often a migration that waited too long for a lock is tried. */
  static final int TRIES = 10;

  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 8_000;

  private final MigrationEngine engine;
  private final MigrationSettings settings;
  private final ConnectionSpec target;
  private final Dialect dialect;
  private final DeployLock lock;
  private final Progress progress;

  public Deployment(
      MigrationEngine engine,
      MigrationSettings settings,
      ConnectionSpec target,
      Dialect dialect,
      DeployLock lock,
      Progress progress) {
    this.engine = engine;
    this.settings = settings;
    this.target = target;
    this.dialect = dialect;
    this.lock = lock;
    this.progress = progress;
  }

  /**
   * A migration that was applied, and how often it had to wait.
   *
   * @param lockTimeouts tries that ended because somebody else held a lock
   */
  public record Done(Applied applied, int lockTimeouts) {}

  /** What was done before the failure, if there was one. */
  public record Result(List<Done> done, Optional<ApplyResult.Failure> failure) {}

  /**
   * Applies migrations in order and stops at the first failure.
   *
   * @param set everything that is in force or pending
   * @param pending the part of it to apply
   */
  public Result apply(MigrationSet set, List<Migration> pending) {
    Set<String> later = new HashSet<>();
    pending.forEach(m -> later.add(m.path()));
    List<Done> done = new ArrayList<>();
    CountedProgress counted = new CountedProgress(progress, "applying", pending.size());
    for (Migration migration : pending) {
      later.remove(migration.path());
      MigrationSet upToHere = set.only(m -> !later.contains(m.path()));
      counted.step(migration.fileName());
      int lockTimeouts = 0;
      ApplyResult result = attempt(upToHere);
      while (mayRetry(result) && ++lockTimeouts < TRIES) {
        progress.say(
            "%s waited too long for a lock; try %d of %d"
                .formatted(migration.fileName(), lockTimeouts + 1, TRIES));
        pause(lockTimeouts);
        result = attempt(upToHere);
      }
      int timeouts = lockTimeouts;
      result.applied().forEach(a -> done.add(new Done(a, timeouts)));
      if (result.failure().isPresent()) {
        return new Result(done, result.failure());
      }
    }
    return new Result(done, Optional.empty());
  }

  private ApplyResult attempt(MigrationSet upToHere) {
    lock.ensureHeld();
    return engine.apply(upToHere, settings, target, ApplyListener.NONE);
  }

  /** Only where nothing of the try remains. */
  private boolean mayRetry(ApplyResult result) {
    return result
        .failure()
        .filter(f -> f.rolledBack() && dialect.isLockTimeout(f.sqlState(), f.errorCode()))
        .isPresent();
  }

  /** Longer after every failure. */
  static void pause(int failures) {
    long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(10, failures));
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
