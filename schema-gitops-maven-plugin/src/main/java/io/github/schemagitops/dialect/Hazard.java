package io.github.schemagitops.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a repair statement may destroy or stop. A statement with one runs only where it is named.
 */
public enum Hazard {
  /** A table goes, with its rows. */
  DROP_TABLE,
  /** A column goes, with its values. */
  DROP_COLUMN,
  /** A schema or database goes, with all that is in it. */
  DROP_SCHEMA,
  /** A sequence goes, and with it the value it has reached. */
  DROP_SEQUENCE,
  /** A materialized view goes, with its rows, or is filled anew. */
  DROP_MATERIALIZED_VIEW,
  /** A partition leaves its table. */
  DETACH_PARTITION,
  /** A type changes in a way that may cut values off or refuse them. */
  NARROW_TYPE,
  /** A type, extension or foreign server goes, which columns or functions elsewhere may use. */
  DROP_TYPE,
  /** A publication goes, or publishes less: subscribers miss changes that nobody sends again. */
  DROP_PUBLICATION,
  /** Existing rows are checked, and one that does not fit makes the statement fail. */
  VALIDATE_ROWS,
  /** The table is written anew under a lock that blocks reads and writes. */
  REWRITE_TABLE,
  /** Whoever writes to the table waits until the statement has read all rows. */
  BLOCK_WRITES,
  /** Somebody gets, or loses, a right, be it to see certain rows. */
  CHANGE_PRIVILEGES;

  /** As users name it in {@code schema.allow}, for instance {@code drop-table}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The hazard with that id. */
  public static Optional<Hazard> named(String id) {
    String wanted = id.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(h -> h.id().equals(wanted)).findFirst();
  }
}
