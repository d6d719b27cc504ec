package io.github.schemagitops.engine;

import io.github.schemagitops.migration.Migration;
import java.time.Duration;

/** Watches migrations being applied. */
public interface ApplyListener {

  /** Does nothing. */
  ApplyListener NONE = new ApplyListener() {};

  /**
   * A migration is about to run. Everything before it is committed, and it has not touched anything
   * yet, so the schema may be inspected through another connection.
   */
  default void starting(Migration migration) {}

  /** A migration ran; it may not be committed yet. */
  default void finished(Migration migration, Duration time) {}
}
