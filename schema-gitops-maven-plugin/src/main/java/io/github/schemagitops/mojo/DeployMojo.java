package io.github.schemagitops.mojo;

import io.github.schemagitops.config.DeployConfig;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.goal.Deploy;
import io.github.schemagitops.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Applies the pending migrations to a real database, under a lock, after they ran on a throwaway
 * one, and proves that the result is the same.
 */
@Mojo(name = "deploy", threadSafe = true)
public final class DeployMojo extends AbstractComparingMojo {

  /** How long to wait for another deploy to end, for instance {@code 30s}, {@code 5m}. */
  @Parameter(property = "schema.deploy.lockTimeout", defaultValue = "5m")
  private String deployLockTimeout;

  /**
   * How long one statement may wait for a lock, for instance {@code 500ms}, {@code 3s}. A migration
   * that waits longer is rolled back, so that nobody queues behind it.
   */
  @Parameter(property = "schema.lockTimeout", defaultValue = "3s")
  private String lockTimeout;

  /** What to do when the database has drifted before the deploy: {@code fail} or {@code warn}. */
  @Parameter(property = "schema.deploy.onDrift", defaultValue = "fail")
  private String onDrift;

  @Override
  Report run(ProjectConfig config) {
    return new Deploy(engine())
        .run(
            new DeployConfig(
                config,
                comparedEnvironment(config.migrations().database()),
                shadowConfig(config.migrations().database()),
                Durations.parse("schema.deploy.lockTimeout", deployLockTimeout),
                Durations.parse("schema.lockTimeout", lockTimeout),
                Choices.onDrift(onDrift),
                toolVersion()));
  }
}
