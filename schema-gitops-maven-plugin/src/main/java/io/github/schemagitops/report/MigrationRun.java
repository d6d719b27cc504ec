package io.github.schemagitops.report;

import io.github.schemagitops.schema.SchemaDiff;
import java.time.Duration;
import java.util.Optional;

/**
 * One migration that was run.
 *
 * @param file path relative to the project's base directory
 * @param time from the first statement to the last
 * @param succeeded false for the one that stopped the run
 * @param changes what it did to the schema, where that was looked at
 */
public record MigrationRun(
    String file, Duration time, boolean succeeded, Optional<SchemaDiff> changes) {

  /** The file's name without folders. */
  public String fileName() {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
