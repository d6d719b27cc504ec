package io.github.schemagitops.goal;

import io.github.schemagitops.config.DriftCheckConfig;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.deploy.DeployLock;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.drift.ExpectedState;
import io.github.schemagitops.drift.HistoryPlan;
import io.github.schemagitops.drift.SchemaScope;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * {@code schema:drift-check}: is a real database what Git and its own history table say? Only reads
 * there; the expected state is rebuilt on a throwaway database.
 */
public final class DriftCheckGoal {

  private final MigrationEngine engine;

  public DriftCheckGoal(MigrationEngine engine) {
    this.engine = engine;
  }

  public Report run(DriftCheckConfig config) {
    ProjectConfig project = config.project();
    Environment environment = config.environment();
    Report.Builder report = Report.of("drift-check").environment(environment.id());
    MigrationSet set = new WorkspaceReader(project, engine).read().migrations();
    Dialect dialect = Dialects.of(environment.url());
    try (Connection target = Connections.open(ConnectionSpec.of(environment))) {
      target.setReadOnly(true);
      ServerFacts server = dialect.facts(target);
      report.server(server.title());
      History history = history(target, config);
      HistoryPlan plan = ExpectedState.plan(history, set, engine, project);
      ExpectedState expected =
          ExpectedState.of(
              plan,
              plan.source(set, project.migrations(), engine),
              server,
              config.shadow(),
              project.progress());
      report
          .subject(environment.id(), server.title(), "expected: " + asDeployed(history))
          .step("expected state", expected.origin())
          .unknown(deployUnderWay(target, dialect, project));
      SchemaScope scope = new SchemaScope(project.migrations(), engine);
      DriftCheck check =
          DriftCheck.of(expected.snapshot(), target, dialect, scope, config.allowVersionMismatch());
      if (!history(target, config).equals(history)) {
        report.unknown(List.of("migrations were applied while the database was being read"));
      }
      return conclude(report, config, set, history, expected, check);
    } catch (SQLException e) {
      throw Unexpected.database("environment '" + environment.id() + "'", e);
    }
  }

  private History history(Connection target, DriftCheckConfig config) throws SQLException {
    return engine
        .history(target, config.project().migrations())
        .orElseThrow(() -> noHistory(config.environment(), config.project()));
  }

  private static Report conclude(
      Report.Builder report,
      DriftCheckConfig config,
      MigrationSet set,
      History history,
      ExpectedState expected,
      DriftCheck check) {
    report
        .findings(expected.plan().findings())
        .findings(acrossVersions(expected.snapshot(), check))
        .unknown(expected.plan().unknown())
        .unknown(check.unknown())
        .compared(List.of(check.compared()))
        .notCompared(check.notCompared())
        .changes(new SchemaChanges(SchemaChanges.Meaning.DRIFT, check.diff()))
        .notes(config.project().migrations().origins())
        .migrations(
            new MigrationCounts(set.migrations().size(), 0, history.pending(set).size(), 0));
    // Where the expected state is not fully known, a difference may be the missing part of it.
    boolean certain = expected.plan().unknown().isEmpty();
    if (!check.diff().isEmpty() && certain) {
      report.remedy("put it back as Git says, or write it as a migration if it is to stay");
      return report.finish(
          new Outcome(Verdict.DRIFTED, ExitCode.DRIFT), Headlines.drift(check.diff()));
    }
    Outcome outcome =
        report.anythingUnknown()
            ? new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN)
            : Outcome.of(report.findings(), config.project().failOn(), false);
    if (!check.comparable()) {
      report.remedy(
          "compare with a throwaway database of the same major version, or all the same with -Dschema.drift.allowVersionMismatch=true");
      return report.finish(outcome, "nothing was compared: the server versions differ");
    }
    String seen = check.diff().isEmpty() ? "no difference" : Headlines.drift(check.diff());
    return report.finish(outcome, doubt(report.unknown()) + seen + " among " + check.compared());
  }

  private static List<Finding> acrossVersions(SchemaSnapshot expected, DriftCheck check) {
    String there = check.actual().serverRelease();
    String here = expected.serverRelease();
    return !check.comparable() || there.equals(here)
        ? List.of()
        : List.of(
            Finding.general(
                "server-versions-differ",
                Severity.WARNING,
                "the database runs version %s and was compared with version %s, which may write a definition in another way"
                    .formatted(there, here),
                "set schema.shadow.version=%s".formatted(there)));
  }

  /** Why the rest of the headline is not the whole truth. */
  private static String doubt(List<String> unknown) {
    return switch (unknown.size()) {
      case 0 -> "";
      case 1 -> unknown.get(0) + "; ";
      default -> "%s (and %d more reasons); ".formatted(unknown.get(0), unknown.size() - 1);
    };
  }

  /** A deploy in flight changes what we look at. */
  private static List<String> deployUnderWay(
      Connection target, Dialect dialect, ProjectConfig project) throws SQLException {
    Optional<String> holder =
        dialect.lock().holder(target, DeployLock.key(project.migrations().historyTable()));
    return holder.map(h -> List.of("a deploy is running: " + h)).orElse(List.of());
  }

  private static String asDeployed(History history) {
    List<History.Entry> inForce = history.inForce();
    long versions = inForce.stream().filter(e -> e.version().isPresent()).count();
    String day =
        inForce.isEmpty()
            ? "nothing yet"
            : inForce.get(inForce.size() - 1).installedOn().toString().substring(0, 10);
    return "%s + %s as deployed on %s"
        .formatted(
            Headlines.count(versions, "migration"),
            Headlines.count(inForce.size() - versions, "repeatable"),
            day);
  }

  private static SchemaGitOpsException noHistory(Environment environment, ProjectConfig project) {
    return SchemaGitOpsException.refused(
        "environment '%s' has no history table '%s': nothing says what it should be"
            .formatted(environment.id(), project.migrations().historyTable()),
        "deploy to it first (schema:deploy), or set <table> and <schemas> to where the history is");
  }
}
