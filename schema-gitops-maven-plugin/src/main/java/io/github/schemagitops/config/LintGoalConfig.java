package io.github.schemagitops.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Settings of {@code schema:lint}.
 *
 * @param project the project
 * @param undoLocations directories with the scripts that undo versioned migrations
 * @param cache folder that keeps what older migrations leave behind; empty to read them every time
 * @param buildId version of this plugin, to the build: another one reads them in another way
 */
public record LintGoalConfig(
    ProjectConfig project, List<Path> undoLocations, Optional<Path> cache, String buildId) {

  public LintGoalConfig {
    undoLocations = List.copyOf(undoLocations);
  }
}
