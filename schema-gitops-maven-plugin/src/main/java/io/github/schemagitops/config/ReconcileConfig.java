package io.github.schemagitops.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of {@code schema:reconcile}.
 *
 * @param project the project, as it is in the environment
 * @param environment the database that drifted
 * @param shadow the throwaway databases on which everything is proven
 * @param directory where the scripts go
 * @param action what to do besides writing and proving the scripts
 * @param adopted version of the migration that {@link Action#RECORD} is about
 * @param allow ids of hazards that statements may have and run all the same
 * @param deployLockTimeout how long to wait for a deploy to end
 * @param lockTimeout how long one statement may wait for a lock
 * @param toolVersion version of this tool
 */
public record ReconcileConfig(
    ProjectConfig project,
    Environment environment,
    ShadowConfig shadow,
    Path directory,
    Action action,
    Optional<String> adopted,
    List<String> allow,
    Duration deployLockTimeout,
    Duration lockTimeout,
    String toolVersion) {

  public ReconcileConfig {
    project = project.in(environment);
    allow = List.copyOf(allow);
  }

  /** What to do besides writing and proving the scripts. */
  public enum Action {
    /** Nothing. */
    SCRIPTS,
    /** Apply the proven revert script to the database. */
    APPLY,
    /** Put the proven adopt migration among the others. */
    ADOPT,
    /** Record an adopt migration as applied where the database already is what it leads to. */
    RECORD
  }
}
