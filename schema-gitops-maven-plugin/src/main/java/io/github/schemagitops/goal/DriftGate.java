package io.github.schemagitops.goal;

import io.github.schemagitops.config.DeployConfig.OnDrift;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.drift.ExpectedState;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is not as expected before a deploy cannot be proven after it. */
final class DriftGate {

  private final OnDrift onDrift;

  DriftGate(OnDrift onDrift) {
    this.onDrift = onDrift;
  }

  /**
   * Notes the drift and decides.
   *
   * @param neverDeployed true when the database has no history table
   * @return the finished report when the deploy must not go on
   */
  Optional<Report> refuse(
      Report.Builder report, ExpectedState expected, DriftCheck check, boolean neverDeployed) {
    report
        .compared(List.of(check.compared()))
        .notCompared(check.notCompared())
        .ignored(check.ignored());
    List<String> unknown = new ArrayList<>(expected.plan().unknown());
    unknown.addAll(check.unknown());
    SchemaDiff diff = neverDeployed ? besidesSchemasToCome(check.diff()) : check.diff();
    boolean drifted = !diff.isEmpty();
    if (!drifted && unknown.isEmpty()) {
      report.step("drift", "none" + Headlines.ignored(check.ignored()));
      return Optional.empty();
    }
    String what = drifted ? Headlines.drift(diff) : "not known";
    report
        .step("drift", what)
        .unknown(unknown)
        .changes(new SchemaChanges(SchemaChanges.Meaning.DRIFT, diff));
    if (onDrift == OnDrift.WARN) {
      report.findings(List.of(warning(what)));
      return Optional.empty();
    }
    return Optional.of(drifted ? drifted(report, what, neverDeployed) : notKnown(report));
  }

  /** The engine makes the schemas that it is configured with in its first run. */
  private static SchemaDiff besidesSchemasToCome(SchemaDiff diff) {
    return new SchemaDiff(
        diff.changes().stream()
            .filter(c -> c.type() != Change.Type.REMOVED || c.kind() != ObjectKind.SCHEMA)
            .toList());
  }

  private static Finding warning(String what) {
    return Finding.general(
        "drift-before-deploy",
        Severity.WARNING,
        "the database was not what Git says before the deploy: " + what,
        "");
  }

  private static Report drifted(Report.Builder report, String what, boolean neverDeployed) {
    if (neverDeployed) {
      return report
          .remedy("deploy to an empty database, or record what is there with flyway baseline first")
          .finish(
              new Outcome(Verdict.FAILED, ExitCode.REFUSED),
              "the database is not empty (%s) but has no history table; it was not touched"
                  .formatted(what));
    }
    return report
        .remedy("repair the drift first, or deploy anyway with -Dschema.deploy.onDrift=warn")
        .finish(
            new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
            "the database has drifted (%s); it was not touched".formatted(what));
  }

  private static Report notKnown(Report.Builder report) {
    return report
        .remedy("make it known, or deploy anyway with -Dschema.deploy.onDrift=warn")
        .finish(
            new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
            "drift cannot be excluded; the database was not touched");
  }
}
