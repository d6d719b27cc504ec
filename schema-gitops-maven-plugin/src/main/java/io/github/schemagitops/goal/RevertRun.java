package io.github.schemagitops.goal;

import io.github.schemagitops.deploy.DeployLock;
import io.github.schemagitops.deploy.LockedRepair;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.drift.Proof;
import io.github.schemagitops.drift.Proof.Status;
import io.github.schemagitops.drift.ReconcilePlan;
import io.github.schemagitops.drift.RepairRun;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Source;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Reconciliation;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.Fingerprint;
import io.github.schemagitops.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Applies the proven part of a revert script to the real database, and looks at it again. */
final class RevertRun {

  private static final String SCRIPT = "revert.sql";

  private final Reconciling work;
  private final Connection target;
  private final ReconcilePlan plan;
  private final Proof proof;
  private final History history;

  /**
   * @param target reads the real database
   */
  RevertRun(Reconciling work, Connection target, ReconcilePlan plan, Proof proof, History history) {
    this.work = work;
    this.target = target;
    this.plan = plan;
    this.proof = proof;
    this.history = history;
  }

  Report run(Report.Builder report) throws SQLException {
    if (proof.runnable().isEmpty()) {
      return nothingToRun(report);
    }
    try (Connection session = Connections.open(work.writing());
        DeployLock lock =
            DeployLock.acquire(
                work.writing(),
                work.dialect(),
                DeployLock.key(work.project().migrations().historyTable()),
                work.config().deployLockTimeout(),
                work.project().progress())) {
      report.step("lock", "acquired");
      refuseUnlessAsPlanned();
      Instant startedAt = work.now(session);
      RepairRun.Result result =
          new RepairRun(
                  session,
                  work.dialect(),
                  Redactor.of(work.writing()),
                  new LockedRepair(lock, work.project().progress()))
              .run(proof.runnable());
      return check(report, result, startedAt);
    }
  }

  private Report nothingToRun(Report.Builder report) {
    report.findings(ReconcileFindings.ofRevert(plan.drift(), proof));
    if (proof.with(Status.FENCED).isEmpty()) {
      return report
          .remedy("repair by hand what has no proven repair")
          .finish(
              new Outcome(Verdict.FAILED, ExitCode.REFUSED),
              "no statement of the revert script is proven; nothing was changed");
    }
    return report
        .remedy("allow what may be lost: " + work.command(apply() + permission()))
        .finish(
            new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
            "every statement of the revert script is fenced; nothing was changed");
  }

  /** What was proven is true of the schema and the history that it was proven for. */
  private void refuseUnlessAsPlanned() throws SQLException {
    Optional<History> now = work.engine().history(target, work.project().migrations());
    if (!now.equals(Optional.of(history))) {
      throw refused("something was deployed to it");
    }
    DriftCheck check = work.check(plan.expected(), target);
    if (!check.unknown().isEmpty()
        || !Fingerprint.of(check.actual()).equals(Fingerprint.of(plan.actual()))) {
      throw refused("its schema was changed");
    }
  }

  private SchemaGitOpsException refused(String what) {
    return SchemaGitOpsException.refused(
        "environment '%s': %s while the script was being proven; nothing was changed"
            .formatted(work.environment().id(), what),
        "run again: a new script is made for what is there now");
  }

  private Report check(Report.Builder report, RepairRun.Result result, Instant startedAt)
      throws SQLException {
    List<String> lasting = result.lasting().stream().map(RepairStatement::sql).toList();
    DriftCheck after;
    // A session of its own: whatever ended the repair may have ended others too.
    try (Connection session = Connections.open(work.writing())) {
      after = work.check(plan.expected(), session);
      report.findings(
          work.record(
              session,
              startedAt,
              history,
              history,
              List.of(SCRIPT),
              after.actual(),
              result.failure().isEmpty()));
    } catch (SQLException | SchemaGitOpsException e) {
      return notSeen(report, result, lasting, e);
    }
    Reconciliation part = ReconcileFindings.part(proof, report.reconciliationFiles());
    report
        .reconciliation(part.applied(lasting, ReconcileFindings.titles(after.diff())))
        .compared(List.of(after.compared()))
        .unknown(after.unknown())
        .changes(new SchemaChanges(SchemaChanges.Meaning.DRIFT, after.diff()));
    return result.failure().isPresent()
        ? failed(report, result, result.failure().get(), after)
        : applied(report, lasting.size(), after);
  }

  private Report applied(Report.Builder report, int statements, DriftCheck after) {
    String done = Headlines.count(statements, "statement") + " applied";
    report.step("applied", Headlines.count(statements, "statement"));
    if (report.anythingUnknown()) {
      return report.finish(
          new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
          done + "; " + DriftCheckGoal.doubt(report.unknown()).replaceFirst("; $", ""));
    }
    SchemaDiff left = after.diff();
    if (left.isEmpty()) {
      report.step("verified", "the schema is what Git says");
      return report.finish(
          Outcome.of(report.findings(), work.project().failOn(), false),
          done + "; the database is what Git says again");
    }
    String fenced = permission();
    return report
        .findings(ReconcileFindings.ofRevert(left, proof))
        .remedy(
            fenced.isEmpty()
                ? "repair by hand what has no proven repair"
                : "allow what may be lost: " + work.command(apply() + fenced))
        .finish(
            new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
            "%s; left: %s".formatted(done, Headlines.drift(left)));
  }

  private Report failed(
      Report.Builder report, RepairRun.Result result, RepairRun.Failure failure, DriftCheck after) {
    report.findings(List.of(finding(failure)));
    boolean asBefore =
        Fingerprint.of(after.actual()).equals(Fingerprint.of(plan.actual()))
            && after.unknown().isEmpty();
    if (asBefore) {
      return report
          .step("now", "the schema is as it was before (verified)")
          .remedy("remove the cause and run again")
          .finish(
              new Outcome(Verdict.FAILED, ExitCode.MIGRATION_FAILED),
              "rolled back: " + words(failure));
    }
    return report
        .step("now", progress(result) + "; what is different still is listed")
        .remedy("remove the cause, then go on from here: " + work.command(apply()))
        .finish(new Outcome(Verdict.FAILED, ExitCode.PARTIAL), "PARTIAL: " + words(failure));
  }

  /** After a failure, or even without one: nobody could look. */
  private Report notSeen(
      Report.Builder report, RepairRun.Result result, List<String> lasting, Exception e) {
    Reconciliation part = ReconcileFindings.part(proof, report.reconciliationFiles());
    result.failure().ifPresent(f -> report.findings(List.of(finding(f))));
    return report
        .reconciliation(part.applied(lasting, part.remains()))
        .step("now", progress(result) + ", as far as the answers of the server say")
        .remedy("look at what is there as soon as it can be read: mvn schema:drift-check")
        .finish(
            new Outcome(Verdict.FAILED, ExitCode.PARTIAL),
            "%s; what is there now could not be read: %s"
                .formatted(
                    result.failure().map(RevertRun::words).orElse("applied"),
                    Redactor.of(work.writing()).message(e)));
  }

  private String progress(RepairRun.Result result) {
    return "%d of %s applied"
        .formatted(result.lasting().size(), Headlines.count(proof.runnable().size(), "statement"));
  }

  private static Finding finding(RepairRun.Failure failure) {
    Finding finding =
        Finding.general(
                "repair-failed",
                Severity.ERROR,
                words(failure)
                    + (failure.sqlState().isEmpty()
                        ? ""
                        : " (SQLSTATE " + failure.sqlState() + ")"),
                failure.statement().map(RepairStatement::sql).map(s -> "look at: " + s).orElse(""))
            .by(Source.TRACE);
    return failure.statement().map(s -> finding.about(s.object())).orElse(finding);
  }

  private static String words(RepairRun.Failure failure) {
    return failure
        .statement()
        .map(s -> "the repair of %s failed: %s".formatted(s.object(), failure.message()))
        .orElse("the repair could not be ended: " + failure.message());
  }

  private static String apply() {
    return "-Dschema.reconcile.apply=true";
  }

  /** What the fenced statements need, behind a command; empty when nothing is fenced. */
  private String permission() {
    List<Hazard> hazards =
        Stream.concat(
                proof.with(Status.FENCED).stream().flatMap(s -> s.hazards().stream()),
                proof.runnable().stream().flatMap(s -> s.hazards().stream()))
            .toList();
    boolean fenced = !proof.with(Status.FENCED).isEmpty();
    return fenced ? " " + AllowedHazards.option(hazards.stream()) : "";
  }
}
