package io.github.schemagitops.config;

/**
 * Settings of {@code schema:shadow-migrate}.
 *
 * @param project the project
 * @param shadow the throwaway database to use
 */
public record ShadowMigrateConfig(ProjectConfig project, ShadowConfig shadow) {}
