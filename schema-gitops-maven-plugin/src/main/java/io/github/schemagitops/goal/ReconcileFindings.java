package io.github.schemagitops.goal;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.drift.Proof;
import io.github.schemagitops.drift.Proof.Status;
import io.github.schemagitops.drift.Proof.Step;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.report.Reconciliation;
import io.github.schemagitops.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A proof as findings, and as the report's own part. */
final class ReconcileFindings {

  private ReconcileFindings() {}

  /** About the way back. */
  static List<Finding> ofRevert(SchemaDiff drift, Proof proof) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.general(
            "drift-found",
            Severity.WARNING,
            "the database is not what Git says: " + Headlines.drift(drift),
            ""));
    proof.unproven().forEach(u -> findings.add(unproven(u)));
    proof.steps().stream()
        .filter(s -> s.status() == Status.FENCED && !s.statement().isSafe())
        .map(ReconcileFindings::fenced)
        .distinct()
        .forEach(findings::add);
    return findings;
  }

  /** About the other way. */
  static List<Finding> ofAdopt(Proof proof) {
    return proof.adoption().proven()
        ? List.of()
        : List.of(
            Finding.general(
                "adopt-not-proven",
                Severity.WARNING,
                "there is no proven migration that takes the drift into Git: "
                    + proof.adoption().reason(),
                "write it by hand"));
  }

  private static Finding unproven(Proof.Unproven unproven) {
    return Finding.general(
            "repair-not-proven",
            Severity.ERROR,
            "%s has no proven repair: %s".formatted(unproven.object(), unproven.reason()),
            "repair it by hand, or write it as a migration if it is to stay")
        .about(unproven.object());
  }

  private static Finding fenced(Step step) {
    String hazards =
        step.statement().hazards().stream()
            .map(Hazard::id)
            .sorted()
            .collect(Collectors.joining(", "));
    return Finding.general(
            "repair-fenced",
            Severity.WARNING,
            "the repair of %s is fenced: %s".formatted(step.statement().object(), hazards),
            "allow it with " + AllowedHazards.option(step.statement().hazards().stream()))
        .about(step.statement().object());
  }

  /**
   * The report's own part.
   *
   * @param files paths of the scripts
   */
  static Reconciliation part(Proof proof, List<String> files) {
    return new Reconciliation(
        proof.complete(),
        proof.steps().stream().map(ReconcileFindings::statement).toList(),
        proof.unproven().stream()
            .map(u -> new Reconciliation.Unproven(u.object(), u.reason()))
            .toList(),
        titles(proof.left()),
        proof
            .adoption()
            .migration()
            .map(
                m ->
                    new Reconciliation.Adopt(
                        m.fileName(), proof.adoption().proven(), proof.adoption().reason())),
        files);
  }

  static List<String> titles(SchemaDiff diff) {
    return diff.changes().stream().map(c -> c.object().title()).toList();
  }

  private static Reconciliation.Statement statement(Step step) {
    return new Reconciliation.Statement(
        step.statement().sql(),
        step.statement().object(),
        step.statement().hazards().stream().map(Hazard::id).sorted().toList(),
        Reconciliation.Status.valueOf(step.status().name()),
        step.reason(),
        false);
  }
}
