package io.github.schemagitops.goal;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.deploy.RunRecord;
import io.github.schemagitops.deploy.RunRecords;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.drift.SchemaScope;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps the record of a run. One that cannot be written takes back nothing of what happened. */
final class RunRecording {

  private RunRecording() {}

  /**
   * Adds a record.
   *
   * @return what to say when it could not be added
   */
  static List<Finding> add(
      Connection session, MigrationSettings settings, RunRecord run, ConnectionSpec target) {
    try {
      new RunRecords(session, settings).add(run);
      return List.of();
    } catch (SQLException e) {
      return List.of(
          Finding.general(
              "run-not-recorded",
              Severity.WARNING,
              "the run was not recorded in %s: %s"
                  .formatted(SchemaScope.RUN_TABLE, Redactor.of(target).message(e)),
              "let the login that deploys own that table"));
    }
  }
}
