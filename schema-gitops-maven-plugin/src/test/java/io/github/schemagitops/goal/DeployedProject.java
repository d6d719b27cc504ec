package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.DriftCheckConfig;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real repository, a real database that its migrations are deployed to, and drift checks. */
final class DeployedProject implements AutoCloseable {

  private static final FlywayEngine ENGINE = new FlywayEngine();

  final TestDatabase database = new TestDatabase();
  final GitProject git;
  MigrationSettings settings;
  ShadowConfig shadow = Databases.config(ShadowConfig.Provider.EMBEDDED, 17);
  Map<String, String> placeholders = Map.of();
  boolean allowVersionMismatch;

  DeployedProject(Path directory) {
    git = GitProject.in(directory);
    settings = git.settings();
  }

  /** Applies what the work tree has, as Flyway does, with the environment's values. */
  DeployedProject deploy() {
    MigrationSettings there = settings.withPlaceholders(placeholders);
    MigrationSet set = ENGINE.read(MigrationFiles.read(git.directory(), there.locations()), there);
    assertThat(ENGINE.apply(set, there, database.spec(), ApplyListener.NONE).failure()).isEmpty();
    return this;
  }

  Report check() {
    Environment plain = database.environment("production");
    return check(
        ENGINE,
        new Environment(
            plain.id(), plain.url(), plain.user(), plain.password(), placeholders, List.of()));
  }

  Report check(FlywayEngine engine) {
    return check(engine, database.environment("production"));
  }

  private Report check(FlywayEngine engine, Environment environment) {
    return new DriftCheckGoal(engine)
        .run(new DriftCheckConfig(git.config(settings), environment, shadow, allowVersionMismatch));
  }

  /** The same settings with schemas of their own. */
  MigrationSettings owning(Optional<String> historySchema, String... schemas) {
    MigrationSettings s = settings;
    return new MigrationSettings(
        s.database(),
        s.locations(),
        s.placeholders(),
        s.placeholderSyntax(),
        s.encoding(),
        s.naming(),
        List.of(schemas),
        s.historyTable(),
        historySchema,
        s.outOfOrder(),
        s.mixed(),
        s.origins());
  }

  @Override
  public void close() {
    database.close();
  }
}
