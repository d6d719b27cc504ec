package io.github.schemagitops.config;

import io.github.schemagitops.finding.FailOn;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What every goal needs.
 *
 * @param baseDirectory the project's directory; reported paths are relative to it
 * @param migrations where the migrations are and how they are read
 * @param gitBase branch, tag or commit that the change is compared with; empty means: find it
 * @param failOn from which severity on findings fail
 * @param progress where long work reports
 */
public record ProjectConfig(
    Path baseDirectory,
    MigrationSettings migrations,
    Optional<String> gitBase,
    FailOn failOn,
    Progress progress) {}
