package io.github.schemagitops.shadow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a throwaway database when its time is over. From outside: a migration can switch off every
 * limit that the server itself offers.
 */
public final class TimeLimit implements AutoCloseable {

  private final ShadowDatabase shadow;
  private final Duration limit;
  private final CountDownLatch finished = new CountDownLatch(1);
  private String running = "";
  private Optional<String> reached = Optional.empty();

  private TimeLimit(ShadowDatabase shadow, Duration limit) {
    this.shadow = shadow;
    this.limit = limit;
  }

  /**
   * Begins to count.
   *
   * @param shadow to kill when the time is over; not closed
   */
  public static TimeLimit on(ShadowDatabase shadow, Duration limit) {
    TimeLimit timer = new TimeLimit(shadow, limit);
    Thread thread = new Thread(timer::watch, "schema-gitops time limit");
    thread.setDaemon(true);
    thread.start();
    return timer;
  }

  /**
   * What runs from now on.
   *
   * @param what for people, for instance {@code V3__x.sql:12}
   */
  public synchronized void running(String what) {
    running = what;
  }

  /**
   * Whether the time was over, in words: {@code the time limit of 30 min was reached while
   * V3__x.sql:12 ran}. Then whatever failed did so because the database was ended.
   */
  public synchronized Optional<String> reached() {
    return reached;
  }

  /** Stops to count; what was reached stays. */
  @Override
  public void close() {
    finished.countDown();
  }

  private void watch() {
    try {
      if (!finished.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        remember();
        shadow.kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nobody has this thread to interrupt it.
    }
  }

  private synchronized void remember() {
    String what = running.isEmpty() ? "" : " while " + running + " ran";
    reached = Optional.of("the time limit of %s was reached%s".formatted(words(limit), what));
  }

  private static String words(Duration time) {
    if (time.toMillisPart() != 0) {
      return time.toMillis() + " ms";
    }
    boolean minutes = time.toSeconds() >= 120 && time.toSecondsPart() == 0;
    return minutes ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
