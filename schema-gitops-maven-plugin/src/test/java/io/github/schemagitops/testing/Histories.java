package io.github.schemagitops.testing;

import io.github.schemagitops.engine.History;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** History tables for tests, row by row. */
public final class Histories {

  private static final Instant APPLIED = Instant.parse("2026-11-20T09:00:00Z");

  private final List<History.Entry> entries = new ArrayList<>();

  public History history() {
    return new History(entries);
  }

  public List<History.Entry> entries() {
    return List.copyOf(entries);
  }

  public Histories add(String version, History.Type type, int checksum) {
    return add(Optional.of(version), "x", type, "V%s__x.sql".formatted(version), checksum, true);
  }

  public Histories repeatable(String description, int checksum) {
    String script = "R__%s.sql".formatted(description);
    return add(Optional.empty(), description, History.Type.SQL, script, checksum, true);
  }

  public Histories failed(String version) {
    return add(
        Optional.of(version), "x", History.Type.SQL, "V%s__x.sql".formatted(version), 0, false);
  }

  /** A row that says the migration ran as it is. */
  public Histories applied(Migration migration) {
    return applied(migration, migration.checksum());
  }

  /** A row that says the migration ran with a text of that checksum. */
  public Histories applied(Migration migration, int checksum) {
    return add(
        migration.version().map(MigrationVersion::toString),
        migration.description(),
        migration.kind() == Migration.Kind.BASELINE
            ? History.Type.BASELINE_SCRIPT
            : History.Type.SQL,
        migration.script(),
        checksum,
        true);
  }

  /** A row of another type about a migration. */
  public Histories about(Migration migration, History.Type type) {
    return add(
        migration.version().map(MigrationVersion::toString),
        migration.description(),
        type,
        migration.script(),
        migration.checksum(),
        true);
  }

  private Histories add(
      Optional<String> version,
      String description,
      History.Type type,
      String script,
      int checksum,
      boolean success) {
    entries.add(
        new History.Entry(
            entries.size() + 1,
            version.flatMap(MigrationVersion::parse),
            description,
            type,
            type.name(),
            script,
            Optional.of(checksum),
            APPLIED,
            success));
    return this;
  }
}
