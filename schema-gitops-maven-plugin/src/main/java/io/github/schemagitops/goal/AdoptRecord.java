package io.github.schemagitops.goal;

import io.github.schemagitops.deploy.DeployLock;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.drift.ExpectedState;
import io.github.schemagitops.drift.HistoryPlan;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.drift.StateSource;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Records a migration as applied without running it, where the database already is what it leads
 * to. That is proven under the deploy lock: the history and the migration, run on a throwaway
 * database, must give exactly the schema that is there.
 */
final class AdoptRecord {

  private final Reconciling work;
  private final Connection target;

  AdoptRecord(Reconciling work, Connection target) {
    this.work = work;
    this.target = target;
  }

  Report run(Report.Builder report) throws SQLException {
    Migration migration = migration();
    try (DeployLock lock =
        DeployLock.acquire(
            work.writing(),
            work.dialect(),
            DeployLock.key(work.project().migrations().historyTable()),
            work.config().deployLockTimeout(),
            work.project().progress())) {
      History history =
          work.engine()
              .history(target, work.project().migrations())
              .orElseThrow(() -> DriftCheckGoal.noHistory(work.environment(), work.project()));
      List<Migration> pending = history.pending(work.set());
      report
          .subject(
              work.environment().id(),
              work.server().title(),
              "expected: " + DriftCheckGoal.asDeployed(history) + " + " + migration.fileName())
          .migrations(new MigrationCounts(work.set().migrations().size(), 0, pending.size(), 0));
      if (!pending.contains(migration)) {
        return report.finish(
            new Outcome(Verdict.PASSED, ExitCode.OK),
            "nothing to record: %s is not pending".formatted(migration.fileName()));
      }
      HistoryPlan plan = ExpectedState.plan(history, work.set(), work.engine(), work.project());
      report.findings(plan.findings()).unknown(plan.unknown());
      report.findings(
          new LateMigrations(history, work.project().migrations()).findings(List.of(migration)));
      refuseEarlierOnes(migration, pending);
      if (report.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
        return report
            .remedy("make the files and the history agree first")
            .finish(
                new Outcome(Verdict.FAILED, ExitCode.REFUSED),
                Headlines.findings(report.findings()) + "; nothing was recorded");
      }
      return prove(report, migration, history, plan, lock);
    }
  }

  /** The one that was named. */
  private Migration migration() {
    String text = work.config().adopted().orElse("");
    MigrationVersion version =
        MigrationVersion.parse(text)
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "schema.reconcile.adopted is '%s', which is no version".formatted(text),
                        "give the version of the adopt migration, for instance 31"));
    Migration migration =
        work.set()
            .versioned()
            .filter(m -> m.kind() == Migration.Kind.VERSIONED)
            .filter(m -> m.version().equals(Optional.of(version)))
            .findFirst()
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "there is no migration of version " + text,
                        "write it with -Dschema.reconcile.adopt=true"));
    for (SqlStatement statement : migration.statements()) {
      Optional<String> objection =
          RecordableStatement.objection(
              statement.sql(),
              work.project().migrations().database(),
              work.project().migrations().privileges());
      if (objection.isPresent()) {
        throw SchemaGitOpsException.refused(
            "%s:%d %s, so nobody can tell whether the database has it already"
                .formatted(migration.path(), statement.line(), objection.get()),
            "deploy the migration, or move that statement to one of its own");
      }
    }
    return migration;
  }

  /** Recording it would make them late, and later deployments would refuse them. */
  private void refuseEarlierOnes(Migration migration, List<Migration> pending) {
    if (work.project().migrations().outOfOrder()) {
      return;
    }
    List<String> earlier = new ArrayList<>();
    for (Migration other : pending) {
      boolean before =
          other
              .version()
              .filter(v -> v.compareTo(migration.version().orElseThrow()) < 0)
              .isPresent();
      if (before) {
        earlier.add(other.fileName());
      }
    }
    if (!earlier.isEmpty()) {
      throw SchemaGitOpsException.refused(
          "%s comes before %s and is pending"
              .formatted(String.join(", ", earlier), migration.fileName()),
          "deploy that first, from a commit without the adopt migration and with"
              + " -Dschema.deploy.onDrift=warn, or set outOfOrder");
    }
  }

  private Report prove(
      Report.Builder report,
      Migration migration,
      History history,
      HistoryPlan plan,
      DeployLock lock)
      throws SQLException {
    StateSource source = plan.source(work.set(), work.project().migrations(), work.engine());
    try (ReplayedState state =
        ReplayedState.openLike(
            work.server(), source, work.config().shadow(), work.project().progress())) {
      SchemaSnapshot before = state.replay().snapshot();
      Optional<ApplyResult.Failure> failure = state.replay().execute(migration).failure();
      if (failure.isPresent()) {
        return report
            .findings(List.of(FailureFindings.of(failure.get())))
            .remedy("correct the migration")
            .finish(
                new Outcome(Verdict.FAILED, ExitCode.FINDINGS),
                "it does not run on a throwaway database, so it was not recorded");
      }
      SchemaSnapshot after = state.replay().snapshot();
      DriftCheck check = work.check(after, target);
      report
          .unknown(check.unknown())
          .compared(List.of(check.compared()))
          .notCompared(check.notCompared())
          .ignored(check.ignored())
          .changes(new SchemaChanges(SchemaChanges.Meaning.DRIFT, check.diff()));
      if (report.anythingUnknown()) {
        return report.finish(
            new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
            "nothing was recorded: " + report.unknown().get(0));
      }
      if (!check.diff().isEmpty()) {
        return report
            .remedy("reconcile what differs first: " + work.command("").strip())
            .finish(
                new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
                "the database is not what %s leads to (%s), so it was not recorded"
                    .formatted(migration.fileName(), Headlines.drift(check.diff())));
      }
      Optional<String> ignored = ignored(check, SchemaDiffer.compare(before, after));
      if (ignored.isPresent()) {
        return report
            .remedy("bring the database there first, or let a deployment run the migration")
            .finish(
                new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
                "the database is not what %s leads to (%s, which an ignore rule covers), so it was not recorded"
                    .formatted(migration.fileName(), ignored.get()));
      }
      return record(report, migration, history, check, lock);
    }
  }

  /**
   * A difference that is lived with, when the migration is what would make or change the object.
   */
  private static Optional<String> ignored(DriftCheck check, SchemaDiff migrated) {
    Set<String> titles = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Change change : migrated.changes()) {
      titles.add(change.object().title());
      names.add(change.object().name()); // What comes with a table is told once.
    }
    return check.ignored().stream()
        .map(difference -> difference.change().object())
        .filter(o -> titles.contains(o.title()) || o.parent().filter(names::contains).isPresent())
        .map(SchemaObject::title)
        .findFirst();
  }

  private Report record(
      Report.Builder report,
      Migration migration,
      History history,
      DriftCheck check,
      DeployLock lock)
      throws SQLException {
    try (Connection session = Connections.open(work.writing())) {
      Instant startedAt = work.now(session);
      lock.ensureHeld();
      Optional<ApplyResult.Failure> failure =
          work.engine().record(migration, work.project().migrations(), work.writing());
      History now = work.engine().history(target, work.project().migrations()).orElse(history);
      boolean recorded = failure.isEmpty() && now.entryOf(migration).isPresent();
      List<String> applied = recorded ? List.of(migration.script()) : List.of();
      report.findings(
          work.record(session, startedAt, history, now, applied, check.actual(), recorded));
      if (!recorded) {
        report.findings(failure.map(FailureFindings::of).map(List::<Finding>of).orElse(List.of()));
        return report
            .remedy("look at the history table")
            .finish(
                new Outcome(Verdict.FAILED, ExitCode.MIGRATION_FAILED),
                "%s could not be recorded".formatted(migration.fileName()));
      }
      report
          .step("recorded", migration.fileName() + ", without running it")
          .migrations(
              new MigrationCounts(
                  work.set().migrations().size(), 0, now.pending(work.set()).size() + 1, 1));
      return report.finish(
          Outcome.of(report.findings(), work.project().failOn(), false),
          "%s is recorded as applied: the database already was what it leads to"
              .formatted(migration.fileName()));
    }
  }
}
