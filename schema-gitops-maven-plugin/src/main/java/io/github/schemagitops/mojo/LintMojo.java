package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.goal.Lint;
import io.github.schemagitops.report.Report;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Judges the new migrations without a database: what would lock out a running application, lose
 * data, or surely fail.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class LintMojo extends AbstractSchemaMojo {

  @Override
  Report run(ProjectConfig config) {
    return new Lint(new FlywayEngine(), Dialects.of("jdbc:postgresql:")).run(config);
  }
}
