package io.github.schemagitops.config;

import java.nio.file.Path;

/**
 * Settings of {@code schema:snapshot}.
 *
 * @param project the project
 * @param shadow the throwaway database to use
 * @param file where the schema is written
 */
public record SnapshotConfig(ProjectConfig project, ShadowConfig shadow, Path file) {}
