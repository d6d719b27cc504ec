package io.github.schemagitops.goal;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.drift.AdoptMigration;
import io.github.schemagitops.drift.ExpectedDatabases;
import io.github.schemagitops.drift.Proof;
import io.github.schemagitops.drift.Proof.AdoptProof;
import io.github.schemagitops.drift.Proof.Status;
import io.github.schemagitops.drift.Prover;
import io.github.schemagitops.drift.ReconcilePlan;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.Step;
import io.github.schemagitops.schema.Fingerprint;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Both scripts of a reconciliation: proven, written, and put into words. */
final class RepairScripts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Reconciling work;
  private final ReconcilePlan plan;
  private final History history;

  RepairScripts(Reconciling work, ReconcilePlan plan, History history) {
    this.work = work;
    this.plan = plan;
    this.history = history;
  }

  Proof prove(ExpectedDatabases databases, Set<Hazard> allowed) throws SQLException {
    work.project().progress().say("proving the repair on throwaway databases");
    return new Prover(plan, work.dialect(), databases).prove(adopt(), allowed);
  }

  /** The adopt script as a migration, or why there is none. */
  private AdoptProof adopt() {
    if (plan.adopt().statements().isEmpty()) {
      return new AdoptProof(
          Optional.empty(), false, "no statement is known for " + first(plan.adopt().impossible()));
    }
    List<MigrationVersion> known = new ArrayList<>();
    work.set().newest().ifPresent(known::add);
    history.newest().ifPresent(known::add);
    work.workspace().tip().forEach(t -> t.id().version().ifPresent(known::add));
    String version = AdoptMigration.nextVersion(known);
    try {
      AdoptMigration migration =
          AdoptMigration.of(
              plan.adopt(),
              version,
              work.environment().id(),
              adoptHeader(version),
              work.dialect(),
              work.engine(),
              work.project().migrations());
      return new AdoptProof(Optional.of(migration), false, "");
    } catch (SchemaGitOpsException e) {
      return new AdoptProof(Optional.empty(), false, String.valueOf(e.getMessage()));
    }
  }

  private static String first(List<String> impossible) {
    return impossible.isEmpty() ? "any of it" : impossible.get(0);
  }

  private List<String> adoptHeader(String version) {
    return List.of(
        "Takes into Git what was changed by hand in '%s'.".formatted(work.environment().id()),
        "From schema " + Fingerprint.of(plan.expected()),
        "to schema   " + Fingerprint.of(plan.actual()),
        "In '%s' it must not run: record it there with".formatted(work.environment().id()),
        work.command("-Dschema.reconcile.adopted=" + version));
  }

  private List<String> revertHeader() {
    return List.of(
        "Takes back what was changed by hand in '%s'.".formatted(work.environment().id()),
        "Server:    " + work.server().title(),
        "Written:   %s by schema-gitops %s"
            .formatted(TIME.format(Instant.now()), work.config().toolVersion()),
        "Actual:    " + Fingerprint.of(plan.actual()),
        "Expected:  " + Fingerprint.of(plan.expected()),
        "To run it: " + work.command("-Dschema.reconcile.apply=true"),
        "           which makes sure that the schema is still the actual one, under the deploy lock");
  }

  /** Writes both and gives their paths for reports. */
  List<String> write(Proof proof, RepairFiles files) {
    List<String> paths = new ArrayList<>();
    paths.add(files.revert(RevertScript.of(proof, revertHeader(), work.dialect())));
    proof
        .adoption()
        .migration()
        .filter(m -> proof.adoption().proven())
        .map(files::adopt)
        .ifPresent(paths::add);
    return paths;
  }

  /** What a terminal shows of the scripts. */
  List<Step> steps(Proof proof) {
    List<String> words = new ArrayList<>();
    words.add(Headlines.count(proof.steps().size(), "statement"));
    Stream.of(Status.FENCED, Status.UNPROVEN)
        .filter(s -> !proof.with(s).isEmpty())
        .map(
            s ->
                "%d %s"
                    .formatted(proof.with(s).size(), s == Status.FENCED ? "fenced" : "not proven"))
        .forEach(words::add);
    words.add(
        proof.complete()
            ? "proven: actual schema + script = expected schema"
            : "the proof is not complete");
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("revert", String.join(", ", words)));
    proof
        .adoption()
        .migration()
        .filter(m -> proof.adoption().proven())
        .ifPresent(
            m ->
                steps.add(
                    new Step(
                        "adopt",
                        m.fileName() + ", proven: expected schema + script = actual schema")));
    return steps;
  }

  /** The answer when nothing but the scripts was asked for. */
  Report conclude(Report.Builder report, Proof proof) {
    String drift = Headlines.drift(plan.drift());
    if (!proof.complete()) {
      return report
          .remedy("see %s for what is proven".formatted("revert.sql"))
          .finish(
              new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
              "%s; %s no proven repair"
                  .formatted(
                      drift,
                      proof.unproven().size() == 1
                          ? "1 object has"
                          : proof.unproven().size() + " objects have"));
    }
    String both =
        proof.adoption().proven() ? "revert and adopt scripts are" : "the revert script is";
    return report
        .remedy(
            "take it back with %s, or take it into Git with -Dschema.reconcile.adopt=true"
                .formatted(work.command("-Dschema.reconcile.apply=true")))
        .finish(
            Outcome.of(report.findings(), work.project().failOn(), false),
            "%s; %s proven on throwaway databases".formatted(drift, both));
  }
}
