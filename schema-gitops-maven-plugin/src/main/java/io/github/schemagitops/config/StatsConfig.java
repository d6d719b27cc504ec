package io.github.schemagitops.config;

import java.nio.file.Path;

/**
 * Settings of {@code schema:stats}.
 *
 * @param project the project, as it is in the environment
 * @param environment the database whose tables are looked at
 * @param file where the statistics are written
 */
public record StatsConfig(ProjectConfig project, Environment environment, Path file) {

  public StatsConfig {
    project = project.in(environment);
  }
}
