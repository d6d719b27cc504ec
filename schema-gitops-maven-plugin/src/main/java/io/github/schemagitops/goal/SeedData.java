package io.github.schemagitops.goal;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.drift.Replay;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Scripts that put rows into the tables before the new migrations run, in the order of names. */
final class SeedData {

  private final MigrationSet scripts;

  private SeedData(MigrationSet scripts) {
    this.scripts = scripts;
  }

  /** Reads the scripts of a directory; none where it does not exist. */
  static SeedData read(
      Path baseDirectory,
      Optional<Path> directory,
      MigrationEngine engine,
      MigrationSettings settings) {
    return new SeedData(
        directory
            .filter(Files::isDirectory)
            .map(d -> engine.readScripts(MigrationFiles.read(baseDirectory, List.of(d)), settings))
            .orElse(new MigrationSet(List.of(), List.of(), List.of())));
  }

  boolean isEmpty() {
    return scripts.migrations().isEmpty();
  }

  int count() {
    return scripts.migrations().size();
  }

  List<Finding> problems() {
    return scripts.problems();
  }

  /** Loads all of it; empty when that succeeded. */
  Optional<Finding> load(Replay replay) {
    for (Migration script : scripts.migrations()) {
      ApplyResult result = replay.execute(script);
      if (result.failure().isPresent()) {
        return Optional.of(
            Finding.at(
                result.failure().get().location().orElse(Location.ofFile(script.path())),
                "seed-failed",
                Severity.ERROR,
                "the seed data does not fit the base: " + result.failure().get().message(),
                "seed scripts run before the new migrations: write them for the schema of the base branch"));
      }
    }
    return Optional.empty();
  }
}
