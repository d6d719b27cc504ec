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
import io.github.schemagitops.drift.IgnoreRules;
import io.github.schemagitops.drift.SchemaScope;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    IgnoreRules rules = IgnoreRules.of(environment, LocalDate.now(ZoneOffset.UTC));
    Report.Builder report = Report.of("drift-check").environment(environment.id());
    Workspace workspace = new WorkspaceReader(project, engine).read();
    report.commit(workspace.commit()).findings(rules.expiredFindings());
    MigrationSet set = workspace.migrations();
    Dialect dialect = Dialects.of(environment.url());
    try (Connection target = Connections.open(ConnectionSpec.of(environment))) {
      target.setReadOnly(true);
      ServerFacts server = dialect.facts(target);
      report.server(server.title());
      History history = history(target, config);
      HistoryPlan plan = ExpectedState.plan(history, set, engine, project);
      ExpectedState expected;
      try {
        expected =
            ExpectedState.of(
                plan,
                plan.source(set, project.migrations(), engine),
                server,
                config.shadow(),
                project.progress());
      } catch (SchemaGitOpsException e) {
        if (plan.unknown().isEmpty() || e.outcome().exitCode() != ExitCode.UNKNOWN) {
          throw e;
        }
        return notRebuilt(report, plan, e);
      }
      report
          .subject(environment.id(), server.title(), "expected: " + asDeployed(history))
          .step("expected state", expected.origin())
          .unknown(deployUnderWay(target, dialect, project));
      SchemaScope scope = new SchemaScope(project.migrations(), engine);
      DriftCheck check =
          DriftCheck.of(expected.snapshot(), target, dialect, scope, config.allowVersionMismatch())
              .ignoring(rules);
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

  /** What is missing of the history is probably what a later migration needs. */
  private static Report notRebuilt(
      Report.Builder report, HistoryPlan plan, SchemaGitOpsException failure) {
    report
        .findings(plan.findings())
        .unknown(plan.unknown())
        .unknown(List.of(String.valueOf(failure.getMessage())))
        .remedy("make known what is missing first");
    return report.finish(
        new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
        doubt(report.unknown()) + "nothing was compared");
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
        .findings(check.findings(expected.snapshot()))
        .unknown(expected.plan().unknown())
        .unknown(check.unknown())
        .compared(List.of(check.compared()))
        .notCompared(check.notCompared())
        .changes(new SchemaChanges(SchemaChanges.Meaning.DRIFT, check.diff()))
        .ignored(check.ignored())
        .notes(config.project().migrations().origins())
        .migrations(
            new MigrationCounts(set.migrations().size(), 0, history.pending(set).size(), 0));
    if (!report.anythingUnknown()) {
      report.findings(IgnoreRules.unusedFindings(check.unusedRules()));
    }
    // Where the expected state is not fully known, a difference may be the missing part of it.
    boolean certain = expected.plan().unknown().isEmpty();
    if (!check.diff().isEmpty() && certain) {
      report.remedy(
          "mvn schema:reconcile writes and proves both: a script back to what Git says, and the drift as a migration");
      return report.finish(
          new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
          Headlines.drift(check.diff()) + Headlines.ignored(check.ignored()));
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
    return report.finish(
        outcome,
        doubt(report.unknown())
            + seen
            + " among "
            + check.compared()
            + Headlines.ignored(check.ignored()));
  }

  /** Why the rest of the headline is not the whole truth. */
  static String doubt(List<String> unknown) {
    return switch (unknown.size()) {
      case 0 -> "";
      case 1 -> unknown.get(0) + "; ";
      default -> "%s (and %d more reasons); ".formatted(unknown.get(0), unknown.size() - 1);
    };
  }

  /** A deploy in flight changes what we look at. */
  static List<String> deployUnderWay(Connection target, Dialect dialect, ProjectConfig project)
      throws SQLException {
    Optional<String> holder =
        dialect.lock().holder(target, DeployLock.key(project.migrations().historyTable()));
    return holder.map(h -> List.of("a deploy is running: " + h)).orElse(List.of());
  }

  static String asDeployed(History history) {
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

  static SchemaGitOpsException noHistory(Environment environment, ProjectConfig project) {
    return SchemaGitOpsException.refused(
        "environment '%s' has no history table '%s': nothing says what it should be"
            .formatted(environment.id(), project.migrations().historyTable()),
        "deploy to it first (schema:deploy), or set <table> and <schemas> to where the history is");
  }
}
