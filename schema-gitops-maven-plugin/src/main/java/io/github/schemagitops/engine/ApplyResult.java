package io.github.schemagitops.engine;

import io.github.schemagitops.finding.Location;
import io.github.schemagitops.migration.Migration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of applying migrations.
 *
 * @param applied in the order in which they ran
 * @param failure what stopped it
 */
public record ApplyResult(List<Applied> applied, Optional<Failure> failure) {

  /** A migration that ran, and for how long. */
  public record Applied(Migration migration, Duration time) {}

  /**
   * A migration that failed.
   *
   * @param migration which one; empty when the engine refused before running any
   * @param location the failing statement, to the character where the server says so
   * @param statement the failing statement's text; empty when unknown
   * @param statementNumber 1-based position in the file; 0 when unknown
   * @param sqlState five characters; empty when unknown
   * @param errorCode the server's own number of the error; 0 when it has none
   * @param message the server's or engine's words, one line, without secrets
   * @param rolledBack true when nothing of the migration remains
   */
  public record Failure(
      Optional<Migration> migration,
      Optional<Location> location,
      String statement,
      int statementNumber,
      String sqlState,
      int errorCode,
      String message,
      boolean rolledBack) {}
}
