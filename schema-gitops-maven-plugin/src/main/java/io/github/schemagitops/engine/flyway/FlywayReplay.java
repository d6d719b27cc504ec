package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Applied;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings an empty throwaway database to where migrations lead, without Flyway's work around each:
 * after every migration Flyway reads the whole history again and resolves all files against it,
 * which for a thousand migrations takes far longer than their SQL. Here the same statements run in
 * the same transactions, on one connection whose schema and role Flyway's own code resets between
 * migrations, and the history rows are written at the end.
 *
 * <p>What this path does not do itself is left to Flyway: projects with callbacks, baseline
 * scripts, migrations in Java, and placeholders that Flyway itself fills.
 */
final class FlywayReplay {

  /** A placeholder whose value only Flyway knows, whatever placeholders look like. */
  private static final Pattern FLYWAY_VALUE =
      Pattern.compile("flyway:[a-z]", Pattern.CASE_INSENSITIVE);

  private final MigrationSettings settings;
  private final ConnectionSpec target;
  private final List<SourceFile> otherFiles;
  private final JavaMigrations java;
  private final ApplyListener listener;
  private final boolean callbacks;
  private final List<Applied> applied = new ArrayList<>();

  FlywayReplay(
      MigrationSettings settings,
      ConnectionSpec target,
      List<SourceFile> otherFiles,
      JavaMigrations java,
      ApplyListener listener) {
    this.settings = settings.inAnyOrder();
    this.target = target;
    this.otherFiles = List.copyOf(otherFiles);
    this.java = java;
    this.listener = listener;
    FlywayNames names = new FlywayNames(settings.naming());
    this.callbacks =
        otherFiles.stream().anyMatch(f -> names.roleOf(f) == FlywayNames.Role.CALLBACK);
  }

  /**
   * Runs migrations in the given order.
   *
   * @param migrations need not be in Flyway's order, and may hold a repeatable twice
   */
  ApplyResult run(List<Migration> migrations) {
    if (!callbacks) {
      // Makes schemas and history table, as Flyway does.
      flyway(List.of());
    }
    for (List<Migration> group : groups(migrations)) {
      ApplyResult result = isDirect(group.get(0)) ? direct(group) : flyway(group);
      applied.addAll(result.applied());
      if (result.failure().isPresent()) {
        return new ApplyResult(List.copyOf(applied), result.failure());
      }
    }
    return new ApplyResult(List.copyOf(applied), Optional.empty());
  }

  /** Runs of migrations that are run the same way, and that Flyway would run in this order. */
  private List<List<Migration>> groups(List<Migration> migrations) {
    List<List<Migration>> groups = new ArrayList<>();
    for (Migration migration : migrations) {
      List<Migration> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (last.isEmpty() || !belongs(migration, last.get(last.size() - 1))) {
        last = new ArrayList<>();
        groups.add(last);
      }
      last.add(migration);
    }
    return groups;
  }

  private boolean belongs(Migration migration, Migration before) {
    boolean direct = isDirect(migration);
    return direct == isDirect(before) && (direct || follows(before, migration));
  }

  private boolean isDirect(Migration migration) {
    return !callbacks
        && migration.kind() != Migration.Kind.BASELINE
        && migration.kind() != Migration.Kind.CODE
        && !FLYWAY_VALUE.matcher(migration.text()).find();
  }

  /** True when Flyway would run both in one go, the second after the first. */
  private static boolean follows(Migration first, Migration second) {
    if (first.version().isPresent() && second.version().isPresent()) {
      return first.version().get().compareTo(second.version().get()) < 0;
    }
    if (first.version().isEmpty() && second.version().isEmpty()) {
      return first.description().compareTo(second.description()) < 0;
    }
    return second.version().isEmpty();
  }

  private ApplyResult flyway(List<Migration> migrations) {
    MigrationSet set = new MigrationSet(migrations, otherFiles, List.of());
    try {
      return new FlywayRunner(set, settings, target).with(java.instances(set)).run(listener);
    } catch (LinkageError e) {
      throw SchemaGitOpsException.error(
          ExitCode.UNKNOWN,
          "a Java migration needs a class that is not here: " + e.getMessage(),
          "add its library to the <dependencies> of the plugin",
          e);
    }
  }

  private ApplyResult direct(List<Migration> migrations) {
    return new DirectRun(FlywaySetup.configure(settings), target, listener).run(migrations);
  }
}
