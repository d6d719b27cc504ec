package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import java.util.List;

/** What must be right with the files before any database is touched. */
final class Gate {

  private Gate() {}

  /** Errors that forbid running the migrations, whatever severity the user wants to fail on. */
  static List<Finding> unfit(Workspace workspace, MigrationEngine engine, ProjectConfig config) {
    return Validate.findings(workspace, engine, config).stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .toList();
  }
}
