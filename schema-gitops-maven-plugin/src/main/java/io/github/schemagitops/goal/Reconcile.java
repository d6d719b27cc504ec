package io.github.schemagitops.goal;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ReconcileConfig;
import io.github.schemagitops.config.ReconcileConfig.Action;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.drift.ExpectedDatabases;
import io.github.schemagitops.drift.ExpectedState;
import io.github.schemagitops.drift.HistoryPlan;
import io.github.schemagitops.drift.IgnoreRules;
import io.github.schemagitops.drift.Proof;
import io.github.schemagitops.drift.ReconcilePlan;
import io.github.schemagitops.drift.StateSource;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * {@code schema:reconcile}: brings a drifted database and Git together again, in either direction.
 * Checks for drift, writes a script for both ways, proves them on throwaway databases, and does
 * what is asked for with them.
 */
public final class Reconcile {

  private final MigrationEngine engine;

  public Reconcile(MigrationEngine engine) {
    this.engine = engine;
  }

  public Report run(ReconcileConfig config) {
    ProjectConfig project = config.project();
    Environment environment = config.environment();
    Set<Hazard> allowed = AllowedHazards.of(config.allow());
    RepairFiles files =
        new RepairFiles(config.directory(), project.baseDirectory(), project.migrations());
    files.removeOld();
    IgnoreRules rules = IgnoreRules.of(environment, LocalDate.now(ZoneOffset.UTC));
    Report.Builder report = Report.of("reconcile").environment(environment.id());
    Workspace workspace = new WorkspaceReader(project, engine).read();
    report.commit(workspace.commit()).findings(rules.expiredFindings());
    Dialect dialect = Dialects.of(environment.url());
    try (Connection target = Connections.open(ConnectionSpec.of(environment))) {
      ServerFacts server = dialect.facts(target);
      report.server(server.title());
      if (config.action() == Action.APPLY || config.action() == Action.RECORD) {
        Deploy.refuseUnlessWritable(environment, server);
      }
      target.setReadOnly(true);
      Reconciling work =
          new Reconciling(
              config, engine, workspace, dialect, server, rules, UUID.randomUUID().toString());
      return config.action() == Action.RECORD
          ? new AdoptRecord(work, target).run(report)
          : new Run(work, target, files, allowed).run(report);
    } catch (SQLException e) {
      throw Unexpected.database("environment '" + environment.id() + "'", e);
    }
  }

  /** Check, plan, proof, files, and what was asked for. */
  private record Run(Reconciling work, Connection target, RepairFiles files, Set<Hazard> allowed) {

    Report run(Report.Builder report) throws SQLException {
      ProjectConfig project = work.project();
      History history =
          work.engine()
              .history(target, project.migrations())
              .orElseThrow(() -> DriftCheckGoal.noHistory(work.environment(), project));
      HistoryPlan expected = ExpectedState.plan(history, work.set(), work.engine(), project);
      StateSource source = expected.source(work.set(), project.migrations(), work.engine());
      try (ExpectedDatabases databases =
          new ExpectedDatabases(
              work.server(), source, work.config().shadow(), project.progress())) {
        report
            .subject(
                work.environment().id(),
                work.server().title(),
                "expected: " + DriftCheckGoal.asDeployed(history))
            .step("expected state", databases.origin())
            .unknown(DriftCheckGoal.deployUnderWay(target, work.dialect(), project));
        DriftCheck check = work.check(databases.snapshot(), target);
        if (!work.engine().history(target, project.migrations()).equals(Optional.of(history))) {
          report.unknown(List.of("migrations were applied while the database was being read"));
        }
        describe(report, history, expected, check);
        if (report.anythingUnknown()) {
          return unknown(report, check);
        }
        if (check.diff().isEmpty()) {
          return report.finish(
              Outcome.of(report.findings(), project.failOn(), false),
              "nothing to reconcile: no difference among "
                  + check.compared()
                  + Headlines.ignored(check.ignored()));
        }
        return reconcile(report, history, databases, check);
      }
    }

    private void describe(
        Report.Builder report, History history, HistoryPlan expected, DriftCheck check) {
      report
          .findings(expected.findings())
          .findings(IgnoreRules.unusedFindings(check.unusedRules()))
          .unknown(expected.unknown())
          .unknown(check.unknown())
          .compared(List.of(check.compared()))
          .notCompared(check.notCompared())
          .changes(new SchemaChanges(SchemaChanges.Meaning.DRIFT, check.diff()))
          .ignored(check.ignored())
          .notes(work.project().migrations().origins())
          .migrations(
              new MigrationCounts(
                  work.set().migrations().size(), 0, history.pending(work.set()).size(), 0));
    }

    /** Half a picture is no ground for a script: what it would remove may belong to the rest. */
    private static Report unknown(Report.Builder report, DriftCheck check) {
      String seen = check.diff().isEmpty() ? "" : Headlines.drift(check.diff()) + " seen, but ";
      return report
          .remedy("make it known first; schema:drift-check says the same without scripts")
          .finish(
              new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
              "%s%s; no script was written and nothing was changed"
                  .formatted(seen, DriftCheckGoal.doubt(report.unknown()).replaceFirst("; $", "")));
    }

    private Report reconcile(
        Report.Builder report, History history, ExpectedDatabases databases, DriftCheck check)
        throws SQLException {
      ReconcilePlan plan =
          ReconcilePlan.of(
              databases.snapshot(), check.actual(), check.diff(), work.dialect().reconciler());
      RepairScripts scripts = new RepairScripts(work, plan, history);
      Proof proof = scripts.prove(databases, allowed);
      report.reconciliation(ReconcileFindings.part(proof, scripts.write(proof, files)));
      scripts.steps(proof).forEach(s -> report.step(s.label(), s.text()));
      Action action = work.config().action();
      boolean disagreed = report.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
      if (disagreed && action != Action.SCRIPTS) {
        return report
            .remedy("make the files and the history agree first")
            .finish(
                new Outcome(Verdict.FAILED, ExitCode.REFUSED),
                "%s; history and files disagree, and nothing was changed"
                    .formatted(Headlines.drift(plan.drift())));
      }
      if (action == Action.APPLY) {
        return new RevertRun(work, target, plan, proof, history).run(report);
      }
      report
          .findings(ReconcileFindings.ofRevert(plan.drift(), proof))
          .findings(ReconcileFindings.ofAdopt(proof));
      return action == Action.ADOPT
          ? new AdoptFile(work, proof, history).run(report, files)
          : scripts.conclude(report, proof);
    }
  }
}
