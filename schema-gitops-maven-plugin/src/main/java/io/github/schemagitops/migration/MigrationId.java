package io.github.schemagitops.migration;

import java.util.Optional;

/**
 * What a file name says: what the migration is to the history table.
 *
 * @param kind by its prefix
 * @param version present unless repeatable
 * @param description as the engine derives it from the file name
 */
public record MigrationId(
    Migration.Kind kind, Optional<MigrationVersion> version, String description) {

  /** True when the engine would take both for one migration. */
  public boolean collidesWith(MigrationId other) {
    return kind == other.kind
        && version.equals(other.version)
        && (version.isPresent() || description.equals(other.description));
  }

  /** For people: {@code version 1.2} or {@code repeatable 'order totals'}. */
  public String title() {
    return version.map(v -> "version " + v).orElse("repeatable '" + description + "'");
  }
}
