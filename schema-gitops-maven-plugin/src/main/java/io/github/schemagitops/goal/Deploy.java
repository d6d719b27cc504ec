package io.github.schemagitops.goal;

import io.github.schemagitops.config.DeployConfig;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.deploy.DeployLock;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.drift.ExpectedState;
import io.github.schemagitops.drift.HistoryPlan;
import io.github.schemagitops.drift.IgnoreRules;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code schema:deploy}: applies the pending migrations to a real database. Under one lock: checks
 * the files, rebuilds the expected state, refuses drift, tries the pending migrations on a
 * throwaway database, applies them, and compares the result with the tried one.
 */
public final class Deploy {

  private final MigrationEngine engine;

  public Deploy(MigrationEngine engine) {
    this.engine = engine;
  }

  public Report run(DeployConfig config) {
    ProjectConfig project = config.project();
    Environment environment = config.environment();
    Dialect dialect = Dialects.of(environment.url());
    refuseUnlessUndone(environment, dialect);
    IgnoreRules rules = IgnoreRules.of(environment, LocalDate.now(ZoneOffset.UTC));
    Report.Builder report = Report.of("deploy").environment(environment.id());
    Workspace workspace = new WorkspaceReader(project, engine).read();
    report
        .subject(environment.id(), workspace.commitTitle())
        .notes(project.migrations().origins())
        .migrations(new MigrationCounts(workspace.migrations().migrations().size(), 0, 0, 0));
    List<Finding> unfit = Gate.unfit(workspace, engine, project);
    if (!unfit.isEmpty()) {
      report.findings(unfit).remedy("correct the files first");
      return report.finish(
          Outcome.ofRun(unfit, project.failOn(), false),
          Headlines.findings(unfit) + "; the database was not touched");
    }
    String runId = UUID.randomUUID().toString();
    ConnectionSpec target =
        ConnectionSpec.of(environment)
            .with(dialect.migrationProperties("schema-deploy/" + runId, config.lockTimeout()));
    try (Connection connection = Connections.open(target)) {
      ServerFacts server = dialect.facts(connection);
      refuseUnlessWritable(environment, server);
      report
          .server(server.title())
          .subject(environment.id(), server.title(), workspace.commitTitle());
      try (DeployLock lock =
          DeployLock.acquire(
              target,
              dialect,
              DeployLock.key(project.migrations().historyTable()),
              config.deployLockTimeout(),
              project.progress())) {
        report.step("lock", "acquired" + waited(lock));
        Optional<History> recorded = engine.history(connection, project.migrations());
        MigrationSet set = workspace.migrations();
        HistoryPlan plan = ExpectedState.plan(recorded.orElse(History.EMPTY), set, engine, project);
        try (ReplayedState state =
            ReplayedState.openLike(
                server,
                plan.source(set, project.migrations(), engine),
                config.shadow(),
                project.progress())) {
          Deploying work = new Deploying(config, rules, engine, runId, workspace, dialect, target);
          return new DeployRun(work, connection, lock, state).run(report, recorded, plan);
        }
      }
    } catch (SQLException e) {
      throw Unexpected.database("environment '" + environment.id() + "'", e);
    }
  }

  private static String waited(DeployLock lock) {
    long seconds = lock.waited().toSeconds();
    return seconds == 0 ? "" : " (waited %d s)".formatted(seconds);
  }

  /** A migration that fails halfway must leave nothing, or there is no way on from there. */
  private static void refuseUnlessUndone(Environment environment, Dialect dialect) {
    if (!dialect.rollsBackDdl()) {
      throw SchemaGitOpsException.refused(
          "environment '%s': MySQL and MariaDB commit every DDL statement at once, and a migration that fails halfway cannot be recovered yet; the database was not touched"
              .formatted(environment.id()),
          "prove the migrations with schema:shadow-migrate, deploy them with Flyway, and compare with schema:drift-check");
    }
  }

  static void refuseUnlessWritable(Environment environment, ServerFacts server) {
    if (!server.writable()) {
      throw SchemaGitOpsException.refused(
          "environment '%s': database '%s' takes no writes: it is a standby or read-only"
              .formatted(environment.id(), server.database()),
          "give the URL of the primary server");
    }
  }
}
