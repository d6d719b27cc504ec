package io.github.schemagitops.mojo;

import io.github.schemagitops.config.DriftCheckConfig;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.goal.DriftCheckGoal;
import io.github.schemagitops.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares a real database with what its own history table and Git say it should be, and tells
 * webhooks and Prometheus. Only reads there.
 */
@Mojo(name = "drift-check", threadSafe = true)
public final class DriftCheckMojo extends AbstractPublishingMojo {

  /**
   * Whether a database is compared with a throwaway one of another major version; differences may
   * then be of the servers' making. Otherwise the verdict is UNKNOWN.
   */
  @Parameter(property = "schema.drift.allowVersionMismatch", defaultValue = "false")
  private boolean allowVersionMismatch;

  @Override
  Report run(ProjectConfig config) {
    checkPublishing();
    return new DriftCheckGoal(engine())
        .run(
            new DriftCheckConfig(
                config,
                comparedEnvironment(config.migrations().database()),
                shadowConfig(config.migrations().database()),
                allowVersionMismatch));
  }
}
