package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.migration.Migration;
import java.util.regex.Pattern;

/**
 * Whether a session must be put back to where it began before the next migration runs in it. Flyway
 * always does, at the price of several round trips; most migrations do nothing that could change a
 * session's role or search path.
 */
final class SessionReset {

  /** Words without which no statement changes its session. */
  private static final Pattern SUSPECT =
      Pattern.compile(
          "\\b(set|reset|discard|call|do|select|use|perform|execute|with)\\b",
          Pattern.CASE_INSENSITIVE);

  /** With this, a function or trigger may change the session of whoever fires it. */
  private static final Pattern HIDDEN =
      Pattern.compile("\\bset_config\\b|\\bset\\s+session\\b", Pattern.CASE_INSENSITIVE);

  private boolean due = true;
  private boolean always;

  /** True when it must be put back now. */
  boolean isDue() {
    return due || always;
  }

  /** A migration is going to run. */
  void runs(Migration migration) {
    due = SUSPECT.matcher(migration.text()).find();
    always = always || HIDDEN.matcher(migration.text()).find();
  }
}
