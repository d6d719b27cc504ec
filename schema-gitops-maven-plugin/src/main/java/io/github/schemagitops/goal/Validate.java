package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import java.util.ArrayList;
import java.util.List;

/** {@code schema:validate}: are the files fit to be merged? Reads files and Git, no database. */
public final class Validate {

  private final MigrationEngine engine;

  public Validate(MigrationEngine engine) {
    this.engine = engine;
  }

  public Report run(ProjectConfig config) {
    Report.Builder report = Report.of("validate");
    Workspace workspace = new WorkspaceReader(config, engine).read();
    report
        .subject(engine.name(), workspace.summary())
        .findings(findings(workspace, engine, config))
        .notCompared(workspace.unchecked())
        .notes(config.migrations().origins())
        .migrations(
            new MigrationCounts(
                workspace.migrations().migrations().size(), workspace.changed().size(), 0, 0));
    Outcome outcome = Outcome.of(report.findings(), config.failOn(), false);
    return report.finish(
        outcome,
        Headlines.findings(report.findings())
            + " in "
            + Headlines.count(workspace.migrations().migrations().size(), "migration"));
  }

  /** Everything that can be said about a workspace without a database. */
  static List<Finding> findings(Workspace workspace, MigrationEngine engine, ProjectConfig config) {
    List<Finding> findings = new ArrayList<>(workspace.migrations().problems());
    findings.addAll(new CollisionCheck(workspace, config.migrations().outOfOrder()).findings());
    findings.addAll(new TamperCheck(workspace, engine, config.migrations()).findings());
    return findings;
  }
}
