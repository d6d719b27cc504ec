package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.ConnectionSpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Watches the locks of a statement that runs outside of a transaction: they are gone when it ends.
 * {@linkplain Holder Holders} make it stop at every table that it names; they give way as soon as
 * the lock it wants was seen, so it loses milliseconds.
 */
final class LockWatch implements AutoCloseable {

  /** After this time in all the holders give way whatever was seen. */
  static final long MOST_HELD_MILLIS = 2_000;

  private static final int MOST_HOLDERS = 8;
  private static final int OFTEN_MILLIS = 1;
  private static final int SELDOM_MILLIS = 20;

  private final Observer observer;
  private final int pid;
  private final List<Holder> holders = new ArrayList<>();
  private final Set<HeldLock> seen = new HashSet<>();
  private volatile Optional<String> trouble = Optional.empty();
  private final Thread thread = new Thread(this::watch, "schema-gitops-lock-watch");
  private volatile boolean over;

  private LockWatch(Observer observer, int pid) {
    this.observer = observer;
    this.pid = pid;
    thread.setDaemon(true);
  }

  /**
   * Begins to watch.
   *
   * @param observer for this watch alone; closed with it
   * @param pid the session to watch
   * @param tables tables to make it stop at
   */
  static LockWatch start(
      Observer observer, int pid, List<TracedRelation> tables, ConnectionSpec login) {
    LockWatch watch = new LockWatch(observer, pid);
    for (TracedRelation table : tables) {
      if (watch.holders.size() == MOST_HOLDERS) {
        watch.trouble = Optional.of("it names more than %d tables".formatted(MOST_HOLDERS));
        break;
      }
      watch.hold(table, login);
    }
    watch.thread.start();
    return watch;
  }

  private void hold(TracedRelation table, ConnectionSpec login) {
    try {
      holders.add(Holder.on(table, login));
    } catch (SQLException | RuntimeException e) {
      trouble = Optional.of(table.title() + " could not be held");
    }
  }

  private void watch() {
    long started = System.nanoTime();
    boolean holding = true;
    try {
      while (!over) {
        if (look() && holding) {
          Set<Integer> blockers = observer.blockersOf(pid);
          // What it waits for may be another lock by now; whoever blocks it, blocks it still.
          look();
          giveWay(blockers);
        }
        boolean early = (System.nanoTime() - started) / 1_000_000 < MOST_HELD_MILLIS;
        if (holding && !early) {
          holders.forEach(Holder::close);
          holding = false;
        }
        Thread.sleep(early ? OFTEN_MILLIS : SELDOM_MILLIS);
      }
    } catch (SQLException e) {
      trouble = Optional.of("the watching session was lost");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      holders.forEach(Holder::close);
    }
  }

  /** Remembers the locks of this moment; true when the session waits for one. */
  private boolean look() throws SQLException {
    Observer.Locks locks = observer.locks(pid);
    synchronized (seen) {
      seen.addAll(locks.locks());
    }
    return locks.waiting();
  }

  private void giveWay(Set<Integer> blockers) throws SQLException {
    for (Holder holder : holders) {
      if (blockers.contains(holder.pid())) {
        holder.giveWay();
      }
    }
  }

  /** Every lock on a relation that the session held or wanted. */
  Set<HeldLock> seen() {
    synchronized (seen) {
      return Set.copyOf(seen);
    }
  }

  /** Why it may have missed a lock, if it may; ask when it is closed. */
  Optional<String> trouble() {
    return trouble;
  }

  /** Ends the watch; the statement is over. */
  @Override
  public void close() {
    over = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    observer.close();
  }
}
