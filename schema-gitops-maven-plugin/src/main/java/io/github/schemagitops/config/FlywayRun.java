package io.github.schemagitops.config;

import java.util.Optional;

/**
 * How a project has Flyway itself run its migrations.
 *
 * @param origin what shows that it does, for instance {@code spring.flyway in application.yml};
 *     empty when nothing does
 * @param transactionalLock true when Flyway keeps its lock in an open transaction, as it does by
 *     default
 * @param initSql what Flyway runs first on each connection
 */
public record FlywayRun(
    Optional<String> origin, boolean transactionalLock, Optional<String> initSql) {

  /** Nothing shows it; Flyway's defaults. */
  public static final FlywayRun UNKNOWN = new FlywayRun(Optional.empty(), true, Optional.empty());
}
