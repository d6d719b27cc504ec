package io.github.schemagitops.config;

/**
 * Progress of a known number of steps: every step of a short run, of a long one at most a line
 * every two seconds.
 */
public final class CountedProgress {

  private static final int SHORT = 5;
  private static final long QUIET_NANOS = 2_000_000_000L;

  private final Progress progress;
  private final String verb;
  private final int total;
  private final long started = System.nanoTime();
  private long lastSaid = started;
  private int number;

  /**
   * @param verb what is done to each, for instance {@code applying}
   * @param total how many there are
   */
  public CountedProgress(Progress progress, String verb, int total) {
    this.progress = progress;
    this.verb = verb;
    this.total = total;
  }

  /** The next step starts. */
  public void step(String what) {
    number++;
    long now = System.nanoTime();
    if (total > SHORT && now - lastSaid < QUIET_NANOS) {
      return;
    }
    lastSaid = now;
    progress.say(
        "%s %d of %d: %s (%d s)"
            .formatted(verb, number, total, what, (now - started) / 1_000_000_000L));
  }
}
