package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.TableLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way to alter a table.
 *
 * @param algorithm how
 * @param lock what others may do meanwhile
 */
record Attempt(Algorithm algorithm, Lock lock) {

  /** From the cheapest to the most expensive. */
  enum Algorithm {
    INSTANT,
    /** MariaDB only: without a copy of the table's rows. */
    NOCOPY,
    INPLACE,
    COPY
  }

  enum Lock {
    NONE(Blocks.NOTHING),
    SHARED(Blocks.WRITES),
    EXCLUSIVE(Blocks.EVERYTHING),
    /** What the server takes when it is not told; {@code INSTANT} knows no other. */
    DEFAULT(Blocks.NOTHING);

    private final Blocks blocks;

    Lock(Blocks blocks) {
      this.blocks = blocks;
    }
  }

  /**
   * The ways that the server has, the best first: the order in which it looks for one itself.
   *
   * @param algorithm the only one, when the statement or the session asks for it
   * @param lock the only one, when the statement asks for it
   * @param copiesOnline true when a copy may be written while others write to the table
   */
  static List<Attempt> all(
      MySqlServer server, Optional<String> algorithm, Optional<String> lock, boolean copiesOnline) {
    List<Attempt> attempts = new ArrayList<>();
    for (Algorithm way : Algorithm.values()) {
      boolean known = way != Algorithm.NOCOPY || server.mariaDb();
      if (known && algorithm.map(a -> a.equals(way.name())).orElse(true)) {
        locks(way, lock, copiesOnline).forEach(l -> attempts.add(new Attempt(way, l)));
      }
    }
    return attempts;
  }

  private static Stream<Lock> locks(
      Algorithm algorithm, Optional<String> lock, boolean copiesOnline) {
    if (lock.isPresent()) {
      return Stream.of(Lock.valueOf(lock.get().toUpperCase(Locale.ROOT)));
    }
    return switch (algorithm) {
      case INSTANT -> Stream.of(Lock.DEFAULT);
      case COPY ->
          copiesOnline
              ? Stream.of(Lock.NONE, Lock.SHARED, Lock.EXCLUSIVE)
              : Stream.of(Lock.SHARED, Lock.EXCLUSIVE);
      case NOCOPY, INPLACE -> Stream.of(Lock.NONE, Lock.SHARED, Lock.EXCLUSIVE);
    };
  }

  /** For a statement, for instance {@code ALGORITHM=COPY, LOCK=SHARED}. */
  String clause(String separator) {
    return lock == Lock.DEFAULT
        ? "ALGORITHM=" + algorithm
        : "ALGORITHM=" + algorithm + separator + "LOCK=" + lock;
  }

  TableLock asTableLock() {
    String mode = lock == Lock.DEFAULT ? algorithm.name() : algorithm + ", LOCK=" + lock;
    return new TableLock(mode, lock.blocks);
  }
}
