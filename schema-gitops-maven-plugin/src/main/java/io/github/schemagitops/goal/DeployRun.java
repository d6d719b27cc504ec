package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.deploy.DeployLock;
import io.github.schemagitops.deploy.Deployment;
import io.github.schemagitops.deploy.RunRecords;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.drift.ExpectedState;
import io.github.schemagitops.drift.HistoryPlan;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.goal.StepwiseSnapshots.Steps;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a deploy does while it holds the lock. */
final class DeployRun {

  /** Above this many, migrations are not listed one by one: the history table has them. */
  private static final int MOST_LINES = 12;

  private final Deploying work;
  private final ProjectConfig project;
  private final MigrationEngine engine;
  private final Workspace workspace;
  private final Connection connection;
  private final DeployLock lock;
  private final ReplayedState state;

  DeployRun(Deploying work, Connection connection, DeployLock lock, ReplayedState state) {
    this.work = work;
    this.project = work.project();
    this.engine = work.engine();
    this.workspace = work.workspace();
    this.connection = connection;
    this.lock = lock;
    this.state = state;
  }

  /**
   * Runs it.
   *
   * @param recorded what the database says was applied; empty when it has no history table
   * @param plan of that history; the throwaway database is where it leads
   */
  Report run(Report.Builder report, Optional<History> recorded, HistoryPlan plan)
      throws SQLException {
    MigrationSet set = workspace.migrations();
    History history = recorded.orElse(History.EMPTY);
    List<Migration> pending = history.pending(set);
    count(report, pending.size(), 0);
    List<Finding> late = new LateMigrations(history, project.migrations()).findings(pending);
    ExpectedState expected = ExpectedState.of(plan, state);
    report
        .findings(work.rules().expiredFindings())
        .findings(late)
        .findings(expected.plan().findings());
    if (report.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
      report.remedy("make the files and the history agree first");
      return report.finish(
          new Outcome(Verdict.FAILED, ExitCode.REFUSED),
          Headlines.findings(report.findings()) + "; the database was not touched");
    }
    DriftCheck before = work.check(expected.snapshot(), connection);
    Optional<Report> refusal =
        new DriftGate(work.config().onDrift()).refuse(report, expected, before, recorded.isEmpty());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    MigrationSet concerned = inForceOr(pending, history, set);
    Steps trial = rehearse(concerned, pending.size());
    if (trial.result().failure().isPresent()) {
      ApplyResult.Failure failure = trial.result().failure().get();
      report
          .findings(List.of(FailureFindings.of(failure)))
          .remedy("correct the migration; the real database is as it was");
      return report.finish(
          new Outcome(Verdict.FAILED, ExitCode.FINDINGS),
          "failed on the throwaway database, so the real one was not touched: %s: %s"
              .formatted(
                  failure.location().map(Object::toString).orElse("deploy"), failure.message()));
    }
    return pending.isEmpty()
        ? upToDate(report, history, before)
        : apply(report, history, concerned, pending, trial, before);
  }

  private Steps rehearse(MigrationSet concerned, int pending) throws SQLException {
    try {
      Steps trial = StepwiseSnapshots.apply(state.replay(), concerned, pending, project.progress());
      if (state.limit().reached().isEmpty()) {
        return trial;
      }
    } catch (SQLException e) {
      if (state.limit().reached().isEmpty()) {
        throw e;
      }
    }
    throw SchemaGitOpsException.badInput(
        "%s: the pending migrations take longer than that, and the real database was not touched"
            .formatted(state.limit().reached().orElse("")),
        "allow more with -Dschema.shadow.timeLimit");
  }

  private Report upToDate(Report.Builder report, History history, DriftCheck check) {
    report.step(
        "verified",
        "live schema is what Git says" + DeployProof.butFor(check) + DeployProof.print(check));
    return report.finish(
        Outcome.ofRun(report.findings(), project.failOn(), report.anythingUnknown()),
        "nothing to apply: " + DeployProof.version(history.newest()));
  }

  private Report apply(
      Report.Builder report,
      History history,
      MigrationSet concerned,
      List<Migration> pending,
      Steps trial,
      DriftCheck before)
      throws SQLException {
    RunRecords records = new RunRecords(connection, project.migrations());
    Instant startedAt = records.now();
    if (!history.entries().isEmpty()) {
      // In a schema that has nothing yet, Flyway would not make its own table beside this one.
      records.prepare(work.config().environment().id());
    }
    Deployment.Result result =
        new Deployment(
                engine,
                project.migrations(),
                work.target(),
                work.dialect(),
                lock,
                project.progress())
            .apply(concerned, pending);
    reportApplied(report, result.done());
    int applied = result.done().size();
    count(report, pending.size(), applied);
    // Stepwise states exist unless there were very many; then only the last one can be proven.
    boolean stepwise = trial.snapshots().size() == pending.size() + 1;
    SchemaSnapshot tested =
        stepwise ? trial.snapshots().get(applied) : applied == 0 ? trial.before() : trial.after();
    return new DeployProof(work).report(report, result, history, tested, before, startedAt);
  }

  /** What the engine needs to know: a migration that is skipped on purpose would be applied. */
  private static MigrationSet inForceOr(
      List<Migration> pending, History history, MigrationSet set) {
    Set<String> wanted = new HashSet<>();
    pending.forEach(m -> wanted.add(m.path()));
    return set.only(m -> wanted.contains(m.path()) || history.entryOf(m).isPresent());
  }

  private void count(Report.Builder report, int pending, int applied) {
    int total = workspace.migrations().migrations().size();
    report.migrations(new MigrationCounts(total, workspace.changed().size(), pending, applied));
  }

  private static void reportApplied(Report.Builder report, List<Deployment.Done> done) {
    if (done.size() <= MOST_LINES) {
      done.forEach(d -> report.step(label(d), describe(d)));
      return;
    }
    long millis = done.stream().mapToLong(d -> d.applied().time().toMillis()).sum();
    report.step(
        "applied",
        "%s: %s to %s in %s"
            .formatted(
                Headlines.count(done.size(), "migration"),
                label(done.get(0)),
                label(done.get(done.size() - 1)),
                Headlines.seconds(Duration.ofMillis(millis))));
    done.stream()
        .filter(d -> d.lockTimeouts() > 0)
        .forEach(d -> report.step(label(d), describe(d)));
  }

  private static String label(Deployment.Done done) {
    Migration migration = done.applied().migration();
    return migration.version().map(v -> "V" + v).orElse("R " + migration.description());
  }

  private static String describe(Deployment.Done done) {
    String waited =
        done.lockTimeouts() == 0
            ? ""
            : "waited %d × for a lock, then ".formatted(done.lockTimeouts());
    return waited + Headlines.seconds(done.applied().time());
  }
}
