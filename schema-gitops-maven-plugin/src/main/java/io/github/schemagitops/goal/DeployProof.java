package io.github.schemagitops.goal;

import io.github.schemagitops.deploy.Deployment;
import io.github.schemagitops.deploy.RunRecord;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.Manifest;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.Fingerprint;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said after migrations were applied: whether the database is what was tested. Whatever
 * goes wrong here, what was applied is told.
 */
record DeployProof(Deploying work) {

  /**
   * Looks at the database and keeps the run record.
   *
   * @param history before the migrations
   * @param tested the schema that they led to on the throwaway database, as far as they came
   * @param before how the database was
   */
  Report report(
      Report.Builder report,
      Deployment.Result result,
      History history,
      SchemaSnapshot tested,
      DriftCheck before,
      Instant startedAt) {
    DriftCheck after;
    History now;
    // A session of its own: whatever ended the migrations may have ended others too.
    try (Connection session = Connections.open(work.target())) {
      after = work.check(tested, session);
      now = work.engine().history(session, work.project().migrations()).orElse(history);
      RunRecord run = record(history, now, result, after, startedAt);
      List<Finding> lost =
          RunRecording.add(session, work.project().migrations(), run, work.target());
      report.findings(lost);
      if (lost.isEmpty()) {
        report.step("record", "run " + work.runId());
      }
    } catch (SQLException | SchemaGitOpsException e) {
      return notSeen(report, result, e);
    }
    report.compared(List.of(after.compared())).ignored(after.ignored()).unknown(after.unknown());
    return result.failure().isPresent()
        ? failed(report, result.failure().get(), now, before, after)
        : succeeded(report, result.done().size(), now, before, after);
  }

  private Report notSeen(Report.Builder report, Deployment.Result result, Exception e) {
    String reason = Redactor.of(work.target()).message(e);
    String applied = Headlines.count(result.done().size(), "migration") + " applied";
    report
        .step("now", applied + ", as far as the answers of the server say")
        .remedy("look at what is there as soon as it can be read: mvn schema:drift-check")
        .unknown(List.of("what is there after the deploy could not be read: " + reason));
    if (result.failure().isEmpty()) {
      return report.finish(
          new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
          "%s; what is there now could not be read: %s".formatted(applied, reason));
    }
    ApplyResult.Failure failure = result.failure().get();
    report.findings(List.of(FailureFindings.of(failure)));
    return report.finish(
        new Outcome(Verdict.FAILED, ExitCode.PARTIAL),
        "PARTIAL: %s: %s; what is there now could not be read: %s"
            .formatted(where(failure), failure.message(), reason));
  }

  private Report succeeded(
      Report.Builder report, int applied, History now, DriftCheck before, DriftCheck after) {
    SchemaDiff unexpected = after.diff().except(before.diff());
    List<Migration> left = now.pending(work.workspace().migrations());
    if (!unexpected.isEmpty() || !left.isEmpty()) {
      report
          .changes(new SchemaChanges(SchemaChanges.Meaning.DRIFT, unexpected))
          .remedy("find out who else changes this database; then run schema:drift-check");
      return report.finish(
          new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
          "the live schema is not the tested one: "
              + (unexpected.isEmpty()
                  ? Headlines.count(left.size(), "migration") + " not applied"
                  : Headlines.drift(unexpected)));
    }
    if (after.unknown().isEmpty()) {
      report.step("verified", "live schema equals the tested one" + butFor(before) + print(after));
    }
    return report.finish(
        Outcome.ofRun(report.findings(), work.project().failOn(), report.anythingUnknown()),
        "%s, %s applied".formatted(version(now.newest()), Headlines.count(applied, "migration")));
  }

  private Report failed(
      Report.Builder report,
      ApplyResult.Failure failure,
      History now,
      DriftCheck before,
      DriftCheck after) {
    SchemaDiff unexpected = after.diff().except(before.diff());
    report.findings(List.of(FailureFindings.of(failure)));
    if (unexpected.isEmpty() && !after.unknown().isEmpty()) {
      return failedUnseen(report, failure, now, after);
    }
    String where = where(failure);
    if (unexpected.isEmpty()) {
      report
          .step(
              "now",
              version(now.newest()) + ", exactly as Git says" + butFor(before) + " (verified)")
          .remedy(
              failure.rolledBack()
                  ? "correct the migration and deploy again"
                  : "correct the migration, remove its failed row with flyway repair, deploy again");
      return report.finish(
          new Outcome(Verdict.FAILED, ExitCode.MIGRATION_FAILED),
          "%s: %s: %s"
              .formatted(
                  failure.rolledBack() ? "rolled back" : "nothing remains of it",
                  where,
                  failure.message()));
    }
    report
        .step("now", version(now.newest()) + " and a part of what failed, listed below")
        .changes(new SchemaChanges(SchemaChanges.Meaning.DRIFT, unexpected))
        .remedy(
            "undo by hand what is listed, remove the failed row with flyway repair, deploy again");
    return report.finish(
        new Outcome(Verdict.FAILED, ExitCode.PARTIAL),
        "PARTIAL: %s: %s".formatted(where, failure.message()));
  }

  /** What the engine says is all that there is. */
  private static Report failedUnseen(
      Report.Builder report, ApplyResult.Failure failure, History now, DriftCheck after) {
    String reason = after.unknown().get(0);
    report.step("now", version(now.newest()) + " (not verified: " + reason + ")");
    return failure.rolledBack()
        ? report
            .remedy("correct the migration and deploy again")
            .finish(
                new Outcome(Verdict.FAILED, ExitCode.MIGRATION_FAILED),
                "rolled back: %s: %s".formatted(where(failure), failure.message()))
        : report
            .remedy("find out what it left, undo that by hand, then flyway repair")
            .finish(
                new Outcome(Verdict.FAILED, ExitCode.PARTIAL),
                "PARTIAL: %s: %s; what it left could not be seen: %s"
                    .formatted(where(failure), failure.message(), reason));
  }

  private static String where(ApplyResult.Failure failure) {
    return failure.location().map(Object::toString).orElse("deploy");
  }

  private RunRecord record(
      History before, History now, Deployment.Result result, DriftCheck after, Instant startedAt) {
    return new RunRecord(
        work.runId(),
        work.config().environment().id(),
        work.workspace().commit(),
        work.config().toolVersion(),
        startedAt,
        before.newest().map(MigrationVersion::toString),
        now.newest().map(MigrationVersion::toString),
        result.done().stream().map(d -> d.applied().migration().script()).toList(),
        Manifest.of(work.workspace().migrations()),
        Fingerprint.of(after.actual()),
        result.failure().isPresent() ? "failed" : "succeeded");
  }

  /** Drift that the user lets pass is told, and is not the deploy's fault. */
  static String butFor(DriftCheck before) {
    String ignored =
        before.ignored().isEmpty()
            ? ""
            : " but for " + Headlines.count(before.ignored().size(), "ignored difference");
    return before.diff().isEmpty() ? ignored : " but for the drift of before";
  }

  static String version(Optional<MigrationVersion> version) {
    return version.map(v -> "version " + v).orElse("no version yet");
  }

  /** The schema that was seen, in short. */
  static String print(DriftCheck check) {
    return " (fingerprint " + Fingerprint.of(check.actual()).substring(0, 8) + "…)";
  }
}
