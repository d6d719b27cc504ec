package io.github.schemagitops.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Settings of {@code schema:shadow-migrate}.
 *
 * @param project the project
 * @param shadow the throwaway database to use
 * @param environment a real database; the pending migrations are also tried on top of what it has
 * @param mergeWith branches, tags or commits whose new migrations are tried together with these
 * @param undoLocations directories with the scripts that undo versioned migrations
 * @param seed directory with scripts that load data before the new migrations run
 * @param snapshot the file that {@code schema:snapshot} writes; not looked at where there is none
 */
public record ShadowMigrateConfig(
    ProjectConfig project,
    ShadowConfig shadow,
    Optional<Environment> environment,
    List<String> mergeWith,
    List<Path> undoLocations,
    Optional<Path> seed,
    Optional<Path> snapshot) {

  public ShadowMigrateConfig {
    mergeWith = List.copyOf(mergeWith);
    undoLocations = List.copyOf(undoLocations);
  }
}
