package io.github.schemagitops.engine;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database's history table, in the order in which things happened.
 *
 * @param entries all rows by rank
 */
public record History(List<Entry> entries) {

  public History {
    entries = entries.stream().sorted(Comparator.comparingInt(Entry::rank)).toList();
  }

  /** What a row stands for. */
  public enum Type {
    SQL,
    /** A Java migration or another kind of code that is not a script. */
    CODE,
    BASELINE,
    /** An applied version was taken back, or its row declared void. */
    REMOVED,
    /** Creation of the schema itself, which is no migration. */
    SCHEMA
  }

  /**
   * One row.
   *
   * @param rank order of execution
   * @param version empty for repeatables
   * @param checksum the engine's checksum at that time
   * @param installedOn as the database's clock said
   */
  public record Entry(
      int rank,
      Optional<MigrationVersion> version,
      String description,
      Type type,
      String script,
      Optional<Integer> checksum,
      Instant installedOn,
      boolean success) {

    /** What identifies the migration: its version, or a repeatable's description. */
    String key() {
      return version.map(v -> "V" + v.hashCode()).orElse("R" + description);
    }
  }

  /** The migrations in force, oldest execution first: the latest run of each, if not removed. */
  public List<Entry> inForce() {
    Map<String, Entry> latest = new LinkedHashMap<>();
    for (Entry entry : entries) {
      latest.remove(entry.key());
      boolean counts = entry.success() && (entry.type() == Type.SQL || entry.type() == Type.CODE);
      if (counts) {
        latest.put(entry.key(), entry);
      }
    }
    return List.copyOf(latest.values());
  }

  /** Rows of migrations that failed and were not cleaned up. */
  public List<Entry> failed() {
    return entries.stream().filter(e -> !e.success()).toList();
  }

  /** The version at which the database was declared to be when history began. */
  public Optional<MigrationVersion> baseline() {
    return entries.stream()
        .filter(e -> e.type() == Type.BASELINE)
        .flatMap(e -> e.version().stream())
        .max(Comparator.naturalOrder());
  }

  /** The highest version in force. */
  public Optional<MigrationVersion> newest() {
    return inForce().stream()
        .flatMap(e -> e.version().stream())
        .max(Comparator.naturalOrder())
        .or(this::baseline);
  }

  /** The row in force of a migration. */
  public Optional<Entry> entryOf(Migration migration) {
    return inForce().stream()
        .filter(
            e ->
                migration.version().isPresent()
                    ? e.version().equals(migration.version())
                    : e.version().isEmpty() && e.description().equals(migration.description()))
        .findFirst();
  }

  /** The migrations of a set that a deploy would run, in order. */
  public List<Migration> pending(MigrationSet set) {
    return set.migrations().stream().filter(this::isPending).toList();
  }

  private boolean isPending(Migration migration) {
    Optional<Entry> entry = entryOf(migration);
    if (migration.kind() == Migration.Kind.REPEATABLE) {
      return entry.flatMap(Entry::checksum).map(c -> c != migration.checksum()).orElse(true);
    }
    boolean belowBaseline =
        baseline().map(b -> migration.version().orElseThrow().compareTo(b) <= 0).orElse(false);
    return migration.kind() == Migration.Kind.VERSIONED && entry.isEmpty() && !belowBaseline;
  }
}
