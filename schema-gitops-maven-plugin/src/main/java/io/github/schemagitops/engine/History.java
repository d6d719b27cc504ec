package io.github.schemagitops.engine;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A database's history table, in the order in which things happened.
 *
 * @param entries all rows by rank
 */
public record History(List<Entry> entries) {

  /** Of a database to which nothing was ever applied. */
  public static final History EMPTY = new History(List.of());

  public History {
    entries = entries.stream().sorted(Comparator.comparingInt(Entry::rank)).toList();
  }

  /** What a row stands for. */
  public enum Type {
    /** A script ran: a version or a repeatable. */
    SQL,
    /** A migration in Java ran. */
    CODE,
    /** The database was declared to be at a version; nothing ran. */
    BASELINE,
    /** A baseline script ran in place of all versions up to its own. */
    BASELINE_SCRIPT,
    /** An undo script ran for an applied version. */
    UNDONE,
    /** The row of an applied migration was declared void; nothing ran. */
    DELETED,
    /** Creation of the schema itself, which is no migration. */
    SCHEMA,
    /** Something ran that this tool does not know. */
    OTHER
  }

  private static final Set<Type> RUNS =
      EnumSet.of(Type.SQL, Type.CODE, Type.BASELINE_SCRIPT, Type.OTHER);

  /**
   * One row.
   *
   * @param rank order of execution
   * @param version empty for repeatables
   * @param typeName the type as the engine wrote it
   * @param checksum the engine's checksum at that time
   * @param installedOn as the database's clock said
   */
  public record Entry(
      int rank,
      Optional<MigrationVersion> version,
      String description,
      Type type,
      String typeName,
      String script,
      Optional<Integer> checksum,
      Instant installedOn,
      boolean success) {

    /** What identifies the migration: its version, or a repeatable's description. */
    Object key() {
      return version.isPresent() ? version.get() : description;
    }

    /** True when a migration ran; undone and declared void are not. */
    public boolean ran() {
      return success && RUNS.contains(type);
    }

    /** True for two rows about one migration. */
    public boolean isAboutSameAs(Entry other) {
      return key().equals(other.key());
    }

    /** What kind of migration the row is about. */
    public Migration.Kind kind() {
      if (version.isEmpty()) {
        return Migration.Kind.REPEATABLE;
      }
      return type == Type.BASELINE_SCRIPT ? Migration.Kind.BASELINE : Migration.Kind.VERSIONED;
    }

    /** True when that migration, by its name, is what the row is about. */
    public boolean isOf(MigrationId migration) {
      return migration.kind() == kind()
          && migration.version().equals(version)
          && (version.isPresent() || migration.description().equals(description));
    }
  }

  /** The migrations in force, oldest execution first: the latest run of each, if not removed. */
  public List<Entry> inForce() {
    Map<Object, Entry> latest = new LinkedHashMap<>();
    for (Entry entry : entries) {
      latest.remove(entry.key());
      if (entry.ran()) {
        latest.put(entry.key(), entry);
      }
    }
    return List.copyOf(latest.values());
  }

  /** Rows of migrations that failed and were not cleaned up. */
  public List<Entry> failed() {
    return entries.stream().filter(e -> !e.success()).toList();
  }

  /** Up to which version nothing will run any more because history began above it. */
  public Optional<MigrationVersion> baseline() {
    return entries.stream()
        .filter(e -> e.type() == Type.BASELINE || e.type() == Type.BASELINE_SCRIPT)
        .flatMap(e -> e.version().stream())
        .max(Comparator.naturalOrder());
  }

  /** The highest version in force. */
  public Optional<MigrationVersion> newest() {
    return Stream.concat(inForce().stream().flatMap(e -> e.version().stream()), baseline().stream())
        .max(Comparator.naturalOrder());
  }

  /** The row in force of a migration. */
  public Optional<Entry> entryOf(Migration migration) {
    return inForce().stream().filter(e -> e.isOf(migration.id())).findFirst();
  }

  /** The migrations of a set that a deploy would run, in order. */
  public List<Migration> pending(MigrationSet set) {
    Optional<Migration> script = baselineScript(set);
    Optional<MigrationVersion> above =
        script.isPresent() ? script.flatMap(Migration::version) : baseline();
    return set.migrations().stream()
        .filter(m -> script.equals(Optional.of(m)) || isPending(m, above))
        .toList();
  }

  /** The newest baseline script runs where no version ever ran, in place of those up to its own. */
  private Optional<Migration> baselineScript(MigrationSet set) {
    boolean begun =
        baseline().isPresent() || inForce().stream().anyMatch(e -> e.version().isPresent());
    return begun
        ? Optional.empty()
        : set.migrations().stream()
            .filter(m -> m.kind() == Migration.Kind.BASELINE)
            .reduce((older, newer) -> newer);
  }

  private boolean isPending(Migration migration, Optional<MigrationVersion> above) {
    Optional<Entry> entry = entryOf(migration);
    if (migration.kind() == Migration.Kind.REPEATABLE) {
      return entry.flatMap(Entry::checksum).map(c -> c != migration.checksum()).orElse(true);
    }
    boolean belowBaseline =
        above.map(b -> migration.version().orElseThrow().compareTo(b) <= 0).orElse(false);
    return migration.kind() == Migration.Kind.VERSIONED && entry.isEmpty() && !belowBaseline;
  }
}
