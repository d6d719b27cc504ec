package io.github.schemagitops.goal;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationVersion;
import java.util.List;
import java.util.Optional;

/** Pending versions below the newest applied one: plain Flyway skips them with exit code 0. */
final class LateMigrations {

  private final History history;
  private final MigrationSettings settings;

  LateMigrations(History history, MigrationSettings settings) {
    this.history = history;
    this.settings = settings;
  }

  List<Finding> findings(List<Migration> pending) {
    Optional<MigrationVersion> newest = history.newest();
    if (settings.outOfOrder() || newest.isEmpty()) {
      return List.of();
    }
    return pending.stream()
        .filter(m -> m.version().filter(v -> v.compareTo(newest.get()) < 0).isPresent())
        .map(
            m ->
                Finding.at(
                    Location.ofFile(m.path()),
                    "version-below-applied",
                    Severity.ERROR,
                    "version %s is pending, but the database is at %s already"
                        .formatted(m.version().orElseThrow(), newest.get()),
                    "rename it to a version above %s, or set <outOfOrder>".formatted(newest.get())))
        .toList();
  }
}
