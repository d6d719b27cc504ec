package io.github.schemagitops.config;

/**
 * Settings of {@code schema:drift-check}.
 *
 * @param project the project
 * @param environment the database to look at
 * @param shadow the throwaway database on which the expected state is rebuilt
 */
public record DriftCheckConfig(
    ProjectConfig project, Environment environment, ShadowConfig shadow) {}
