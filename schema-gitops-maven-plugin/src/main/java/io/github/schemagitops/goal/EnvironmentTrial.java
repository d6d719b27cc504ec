package io.github.schemagitops.goal;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.drift.ExpectedState;
import io.github.schemagitops.drift.HistoryPlan;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.drift.StateSource;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.report.Report;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs what an environment still lacks on a throwaway database that has what it has: an environment
 * is rarely where the base branch is. Only its history is read.
 */
final class EnvironmentTrial {

  private final Environment environment;
  private final MigrationEngine engine;
  private final ShadowMigrateConfig config;
  private final ProjectConfig project;

  EnvironmentTrial(Environment environment, MigrationEngine engine, ShadowMigrateConfig config) {
    this.environment = environment;
    this.engine = engine;
    this.config = config;
    this.project = config.project().in(environment);
  }

  /** Adds what came of it to a report. */
  void run(MigrationSet workspace, Report.Builder report) throws SQLException {
    MigrationSet set = asInEnvironment(workspace);
    report.environment(environment.id());
    Optional<History> history;
    try (Connection connection = Connections.open(ConnectionSpec.of(environment))) {
      connection.setReadOnly(true);
      history = engine.history(connection, project.migrations());
    } catch (SchemaGitOpsException e) {
      report.notCompared(
          List.of("the way from '%s' (%s)".formatted(environment.id(), e.getMessage())));
      return;
    }
    if (history.isEmpty()) {
      report.step(environment.id(), "has no migration yet: it gets all of them");
      return;
    }
    HistoryPlan plan = ExpectedState.plan(history.get(), set, engine, project);
    if (!plan.unknown().isEmpty()) {
      report.notCompared(
          plan.unknown().stream()
              .map(reason -> "the way from '%s' (%s)".formatted(environment.id(), reason))
              .toList());
      return;
    }
    List<Migration> pending = history.get().pending(set);
    StateSource deployed = plan.source(set, project.migrations(), engine);
    try (ReplayedState state = ReplayedState.open(deployed, config.shadow(), project.progress())) {
      ApplyResult result = state.replay().replay(pending, set.otherFiles(), migration -> {});
      result.failure().map(this::finding).ifPresent(f -> report.findings(List.of(f)));
      report.step(
          environment.id(), words(history.get(), pending.size(), result.failure().isPresent()));
    }
  }

  /** With the values that the migrations have there. */
  private MigrationSet asInEnvironment(MigrationSet workspace) {
    if (environment.placeholders().isEmpty()) {
      return workspace;
    }
    List<SourceFile> files =
        Stream.concat(
                workspace.migrations().stream().map(Migration::file),
                workspace.otherFiles().stream())
            .toList();
    return engine.read(files, project.migrations());
  }

  private static String words(History history, int pending, boolean failed) {
    String at = history.newest().map(v -> "at version " + v).orElse("without a version");
    String what = Headlines.count(pending, "pending migration");
    return "%s: %s %s".formatted(at, what, failed ? "do NOT apply" : "apply");
  }

  private Finding finding(Failure failure) {
    return Finding.at(
        failure.location().orElse(Location.ofFile("migrations")),
        "fails-from-environment",
        Severity.ERROR,
        "on top of what '%s' has, this fails: %s".formatted(environment.id(), failure.message()),
        "the environment is not where the base branch is: look at its pending migrations together");
  }
}
