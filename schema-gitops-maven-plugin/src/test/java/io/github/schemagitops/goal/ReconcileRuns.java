package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.DriftCheckConfig;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.IgnoreRule;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ReconcileConfig;
import io.github.schemagitops.config.ReconcileConfig.Action;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Goldens;
import io.github.schemagitops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs of {@code schema:reconcile} on one database. */
final class ReconcileRuns {

  private final GitProject project;
  private final MigrationSettings settings;
  private final ConnectionSpec database;
  private final ShadowConfig shadow;
  private List<String> allow = List.of();
  private final List<IgnoreRule> rules = new ArrayList<>();
  private Optional<String> adopted = Optional.empty();
  private Progress progress = Progress.SILENT;

  ReconcileRuns(
      GitProject project,
      MigrationSettings settings,
      ConnectionSpec database,
      ShadowConfig shadow) {
    this.project = project;
    this.settings = settings;
    this.database = database;
    this.shadow = shadow;
  }

  /** On PostgreSQL; states of throwaway databases are kept from one run to the next. */
  static ReconcileRuns of(GitProject project, TestDatabase database, Path cache) {
    ShadowConfig plain = Databases.config(ShadowConfig.Provider.EMBEDDED, 17);
    return new ReconcileRuns(
        project,
        project.settings(),
        database.spec(),
        new ShadowConfig(
            plain.provider(),
            plain.database(),
            plain.version(),
            plain.image(),
            plain.server(),
            plain.extensions(),
            plain.limits(),
            Optional.of(new CacheSettings(cache, CacheSettings.DEFAULT_MAX_BYTES, "test")),
            plain.artifacts()));
  }

  ReconcileRuns allowing(String... hazards) {
    allow = List.of(hazards);
    return this;
  }

  ReconcileRuns recording(String version) {
    adopted = Optional.of(version);
    return this;
  }

  /** With a rule that ignores an index. */
  ReconcileRuns livingWith(String name) {
    rules.add(new IgnoreRule("index", name, "a test", Optional.empty(), "*"));
    return this;
  }

  ReconcileRuns watchedBy(Progress watcher) {
    progress = watcher;
    return this;
  }

  /** Brings the database to what is checked out, without a deploy. */
  void deploy() {
    FlywayEngine engine = new FlywayEngine();
    assertThat(
            engine
                .apply(
                    engine.read(
                        MigrationFiles.read(project.directory(), settings.locations()), settings),
                    settings,
                    database,
                    ApplyListener.NONE)
                .failure())
        .isEmpty();
  }

  Report run(Action action) {
    return new Reconcile(new FlywayEngine())
        .run(
            new ReconcileConfig(
                config(),
                environment(),
                shadow,
                target(),
                action,
                adopted,
                allow,
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                "1.2.3"));
  }

  Report driftCheck() {
    return new DriftCheckGoal(new FlywayEngine())
        .run(new DriftCheckConfig(config(), environment(), shadow));
  }

  /** Compares a script that was written with a golden; what differs from run to run is blotted. */
  void checkScript(String golden, String file) throws IOException {
    Goldens.check(
        golden,
        Files.readString(target().resolve(file))
            .replaceAll("[0-9a-f]{64}", "<fingerprint>")
            .replaceAll("Written: .*", "Written:   <time> by schema-gitops 1.2.3")
            .replaceAll("PostgreSQL 17\\.\\d+", "PostgreSQL 17.0"));
  }

  private Path target() {
    return project.directory().resolve("target/schema-gitops");
  }

  private ProjectConfig config() {
    return new ProjectConfig(
        project.directory(), settings, Optional.empty(), Optional.empty(), FailOn.ERROR, progress);
  }

  private Environment environment() {
    return new Environment("production", database.url(), database.user(), database.password())
        .ignoring(rules);
  }
}
