package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.TableLock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The modes in which PostgreSQL locks a relation, weakest first. */
enum LockMode {
  ACCESS_SHARE(Blocks.NOTHING),
  ROW_SHARE(Blocks.NOTHING),
  ROW_EXCLUSIVE(Blocks.NOTHING),
  SHARE_UPDATE_EXCLUSIVE(Blocks.SCHEMA_CHANGES),
  SHARE(Blocks.WRITES),
  SHARE_ROW_EXCLUSIVE(Blocks.WRITES),
  EXCLUSIVE(Blocks.WRITES),
  ACCESS_EXCLUSIVE(Blocks.EVERYTHING);

  private final Blocks blocks;

  LockMode(Blocks blocks) {
    this.blocks = blocks;
  }

  /** The mode as {@code pg_locks} writes it, for instance {@code AccessExclusiveLock}. */
  static Optional<LockMode> named(String inPgLocks) {
    String wanted = inPgLocks.replaceFirst("Lock$", "").toUpperCase(Locale.ROOT);
    return Stream.of(values())
        .filter(mode -> mode.name().replace("_", "").equals(wanted))
        .findFirst();
  }

  /** False for the locks that reading and writing rows takes. */
  boolean isStrong() {
    return blocks != Blocks.NOTHING;
  }

  /** As people write it, for instance {@code ACCESS EXCLUSIVE}. */
  TableLock tableLock() {
    return new TableLock(name().replace('_', ' '), blocks);
  }
}
