package io.github.schemagitops.migration;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All migrations of a project in the order the engine runs them: versions ascending, then
 * repeatables by description.
 *
 * @param migrations readable migrations in execution order
 * @param otherFiles files the engine also reads: script configurations and callbacks
 * @param problems what is wrong with names, encodings, placeholders: files with an error here may
 *     be missing from {@code migrations}
 */
public record MigrationSet(
    List<Migration> migrations, List<SourceFile> otherFiles, List<Finding> problems) {

  private static final Comparator<Migration> ORDER =
      Comparator.comparing((Migration m) -> m.version().isEmpty())
          .thenComparing(
              (a, b) ->
                  a.version().isPresent() && b.version().isPresent()
                      ? a.version().get().compareTo(b.version().get())
                      : 0)
          .thenComparing(Migration::description)
          .thenComparing(Migration::path);

  public MigrationSet {
    migrations = migrations.stream().sorted(ORDER).toList();
    otherFiles = List.copyOf(otherFiles);
    problems = problems.stream().sorted().toList();
  }

  public Stream<Migration> versioned() {
    return migrations.stream().filter(m -> m.version().isPresent());
  }

  public Stream<Migration> repeatable() {
    return migrations.stream().filter(m -> m.version().isEmpty());
  }

  /** The highest version, empty when there is no versioned migration. */
  public Optional<MigrationVersion> newest() {
    return versioned().map(m -> m.version().orElseThrow()).max(Comparator.naturalOrder());
  }

  /** The same set with only the migrations that match; configurations and callbacks stay. */
  public MigrationSet only(Predicate<Migration> wanted) {
    return new MigrationSet(migrations.stream().filter(wanted).toList(), otherFiles, problems);
  }

  /** True when some file cannot be run as it is. */
  public boolean broken() {
    return problems.stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }
}
