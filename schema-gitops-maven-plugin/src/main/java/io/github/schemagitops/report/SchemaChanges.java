package io.github.schemagitops.report;

import io.github.schemagitops.schema.SchemaDiff;

/**
 * A comparison of schemas.
 *
 * @param meaning what its differences stand for
 * @param diff the differences
 */
public record SchemaChanges(Meaning meaning, SchemaDiff diff) {

  /** What a difference stands for. */
  public enum Meaning {
    /** Migrations did it, in a throwaway database. */
    MIGRATED,
    /** Somebody did it to a real database: the first side is what Git says. */
    DRIFT
  }
}
