package io.github.schemagitops.trace;

import java.time.Duration;
import java.util.List;

/**
 * What one statement of a migration did on a real server.
 *
 * @param file path of the migration relative to the project's base directory
 * @param number 1-based position in the file
 * @param line 1-based line on which it begins
 * @param time how long it ran
 * @param effects on relations that existed before the file began; those that matter, sorted by name
 * @param unseen what of it could not be observed, and why; empty when everything was seen
 */
public record StatementTrace(
    String file,
    int number,
    int line,
    Duration time,
    List<TableEffect> effects,
    List<String> unseen) {

  public StatementTrace {
    effects = List.copyOf(effects);
    unseen = List.copyOf(unseen);
  }
}
