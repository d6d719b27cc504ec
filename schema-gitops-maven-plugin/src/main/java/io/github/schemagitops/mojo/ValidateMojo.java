package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.goal.Validate;
import io.github.schemagitops.report.Report;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks the migration files without a database: names, duplicate versions, order and tampering
 * against the base branch, encoding, placeholders.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends AbstractSchemaMojo {

  @Override
  Report run(ProjectConfig config) {
    return new Validate(new FlywayEngine()).run(config);
  }
}
