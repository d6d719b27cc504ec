package io.github.schemagitops.goal;

import io.github.schemagitops.drift.AdoptMigration;
import io.github.schemagitops.drift.Proof;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.report.Report;
import java.util.Optional;

/** Puts the proven adopt migration among the others. */
final class AdoptFile {

  private final Reconciling work;
  private final Proof proof;
  private final History history;

  AdoptFile(Reconciling work, Proof proof, History history) {
    this.work = work;
    this.proof = proof;
    this.history = history;
  }

  Report run(Report.Builder report, RepairFiles files) {
    refuseSecond();
    if (!proof.adoption().proven()) {
      return report
          .remedy("write the migration by hand")
          .finish(
              new Outcome(Verdict.FAILED, ExitCode.REFUSED),
              "the adopt migration is not proven, so it was not written");
    }
    AdoptMigration migration = proof.adoption().migration().orElseThrow();
    String path = files.adoptInto(work.project().migrations().locations().get(0), migration);
    String version = migration.migration().version().orElseThrow().toString();
    return report
        .remedy(
            "commit it and deploy it everywhere but in '%s'; there, record it: %s"
                .formatted(
                    work.environment().id(), work.command("-Dschema.reconcile.adopted=" + version)))
        .finish(
            Outcome.of(report.findings(), work.project().failOn(), false),
            "the drift is now the migration %s, proven on a throwaway database".formatted(path));
  }

  /** The drift is still there until the first one is recorded, and a second would say it again. */
  private void refuseSecond() {
    Optional<Migration> pending =
        history.pending(work.set()).stream()
            .filter(m -> AdoptMigration.isOne(m, work.environment().id()))
            .findFirst();
    if (pending.isPresent()) {
      throw SchemaGitOpsException.refused(
          "%s takes drift of '%s' into Git already, and is not recorded there"
              .formatted(pending.get().path(), work.environment().id()),
          "record it with %s, or delete it and run again"
              .formatted(
                  work.command(
                      "-Dschema.reconcile.adopted="
                          + pending.get().version().map(Object::toString).orElse(""))));
    }
  }
}
