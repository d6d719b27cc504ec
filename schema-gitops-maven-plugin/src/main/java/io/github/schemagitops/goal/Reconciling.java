package io.github.schemagitops.goal;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ReconcileConfig;
import io.github.schemagitops.deploy.RunRecord;
import io.github.schemagitops.deploy.RunRecords;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.drift.IgnoreRules;
import io.github.schemagitops.drift.SchemaScope;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Manifest;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.schema.Fingerprint;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What all steps of a reconciliation are about.
 *
 * @param runId names the sessions that change the database, and the run record
 * @param server the real one
 * @param rules what is lived with, and neither taken back nor into Git
 */
record Reconciling(
    ReconcileConfig config,
    MigrationEngine engine,
    Workspace workspace,
    Dialect dialect,
    ServerFacts server,
    IgnoreRules rules,
    String runId) {

  ProjectConfig project() {
    return config.project();
  }

  Environment environment() {
    return config.environment();
  }

  MigrationSet set() {
    return workspace.migrations();
  }

  /** Looks at the real database. */
  DriftCheck check(SchemaSnapshot expected, Connection target) throws SQLException {
    SchemaScope scope = new SchemaScope(project().migrations(), engine);
    return DriftCheck.of(expected, target, dialect, scope).ignoring(rules);
  }

  /** The login for sessions that change the database. */
  ConnectionSpec writing() {
    return ConnectionSpec.of(environment())
        .with(dialect.migrationProperties("schema-reconcile/" + runId, config.lockTimeout()));
  }

  /** For a command line that concerns the same database. */
  String command(String option) {
    return "mvn schema:reconcile -Dschema.environment=%s %s".formatted(environment().id(), option);
  }

  /** The clock of the database, where it keeps run records. */
  Instant now(Connection session) throws SQLException {
    return keepsRecords() ? new RunRecords(session, project().migrations()).now() : Instant.EPOCH;
  }

  /**
   * Adds a run record, where the database keeps them.
   *
   * @return what to say when it could not be added
   */
  List<Finding> record(
      Connection session,
      Instant startedAt,
      History before,
      History after,
      List<String> applied,
      SchemaSnapshot snapshot,
      boolean succeeded) {
    if (!keepsRecords()) {
      return List.of();
    }
    RunRecord run =
        new RunRecord(
            runId,
            environment().id(),
            workspace.commit(),
            config.toolVersion(),
            startedAt,
            version(before),
            version(after),
            applied,
            Manifest.of(set()),
            Fingerprint.of(snapshot),
            succeeded ? "succeeded" : "failed");
    return RunRecording.add(session, project().migrations(), run, writing());
  }

  /** Their table is PostgreSQL's, as deployment is. */
  private boolean keepsRecords() {
    return dialect.rollsBackDdl();
  }

  private static Optional<String> version(History history) {
    return history.newest().map(MigrationVersion::toString);
  }
}
