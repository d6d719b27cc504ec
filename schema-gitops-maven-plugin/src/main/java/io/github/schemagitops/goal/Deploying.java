package io.github.schemagitops.goal;

import io.github.schemagitops.config.DeployConfig;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.drift.DriftCheck;
import io.github.schemagitops.drift.IgnoreRules;
import io.github.schemagitops.drift.SchemaScope;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One call of {@code schema:deploy}.
 *
 * @param rules differences that are lived with
 * @param runId of this call
 * @param workspace the files
 * @param target the login for sessions that change the database
 */
record Deploying(
    DeployConfig config,
    IgnoreRules rules,
    MigrationEngine engine,
    String runId,
    Workspace workspace,
    Dialect dialect,
    ConnectionSpec target) {

  ProjectConfig project() {
    return config.project();
  }

  /** Looks at the real database. */
  DriftCheck check(SchemaSnapshot expected, Connection connection) throws SQLException {
    SchemaScope scope = new SchemaScope(project().migrations(), engine);
    return DriftCheck.of(expected, connection, dialect, scope).ignoring(rules);
  }
}
