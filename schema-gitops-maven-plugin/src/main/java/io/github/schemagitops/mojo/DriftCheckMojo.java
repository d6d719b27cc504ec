package io.github.schemagitops.mojo;

import io.github.schemagitops.config.DriftCheckConfig;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.goal.DriftCheckGoal;
import io.github.schemagitops.report.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Compares a real database with what its own history table and Git say it should be, and tells
 * webhooks and Prometheus. Only reads there.
 */
@Mojo(name = "drift-check", threadSafe = true)
public final class DriftCheckMojo extends AbstractPublishingMojo {

  @Override
  Report run(ProjectConfig config) {
    checkPublishing();
    return new DriftCheckGoal(new FlywayEngine())
        .run(
            new DriftCheckConfig(
                config, chosenEnvironment(), shadowConfig(config.migrations().database())));
  }
}
