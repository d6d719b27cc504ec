package io.github.schemagitops.config;

import java.time.Duration;

/**
 * Settings of {@code schema:deploy}.
 *
 * @param project the project, as it is in the environment
 * @param environment the database to change
 * @param shadow the throwaway database on which everything is tried first
 * @param deployLockTimeout how long to wait for another deploy to end
 * @param lockTimeout how long one statement may wait for a lock
 * @param onDrift what to do when the database is not what Git says before anything is applied
 * @param toolVersion version of this tool, for the run record
 */
public record DeployConfig(
    ProjectConfig project,
    Environment environment,
    ShadowConfig shadow,
    Duration deployLockTimeout,
    Duration lockTimeout,
    OnDrift onDrift,
    String toolVersion) {

  public DeployConfig {
    project = project.in(environment);
  }

  /** What a deploy does when it finds drift. */
  public enum OnDrift {
    /** Refuses to deploy. */
    FAIL,
    /** Deploys, and reports the drift as a warning. */
    WARN
  }
}
