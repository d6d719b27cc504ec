package io.github.schemagitops.drift;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.migration.Migration;

/** Says how far a long run has come: at most every two seconds, never a line per migration. */
final class ProgressListener implements ApplyListener {

  private static final long QUIET_NANOS = 2_000_000_000L;

  private final Progress progress;
  private final int total;
  private final long started = System.nanoTime();
  private long lastSaid = started;
  private int number;

  ProgressListener(Progress progress, int total) {
    this.progress = progress;
    this.total = total;
  }

  @Override
  public void starting(Migration migration) {
    number++;
    long now = System.nanoTime();
    if (now - lastSaid >= QUIET_NANOS) {
      lastSaid = now;
      progress.say(
          "migration %d of %d: %s (%d s)"
              .formatted(number, total, migration.fileName(), (now - started) / 1_000_000_000L));
    }
  }
}
