package io.github.schemagitops.config;

/**
 * Settings of {@code schema:drift-check}.
 *
 * @param project the project, as it is in the environment
 * @param environment the database to look at
 * @param shadow the throwaway database on which the expected state is rebuilt
 * @param allowVersionMismatch whether servers of different major versions are compared
 */
public record DriftCheckConfig(
    ProjectConfig project,
    Environment environment,
    ShadowConfig shadow,
    boolean allowVersionMismatch) {

  public DriftCheckConfig {
    project = project.in(environment);
  }

  /** Where servers of different major versions are not compared. */
  public DriftCheckConfig(ProjectConfig project, Environment environment, ShadowConfig shadow) {
    this(project, environment, shadow, false);
  }
}
