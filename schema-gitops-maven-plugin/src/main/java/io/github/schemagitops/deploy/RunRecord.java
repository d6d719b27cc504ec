package io.github.schemagitops.deploy;

import io.github.schemagitops.migration.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one deploy did, kept in the database it was done to.
 *
 * @param runId random, names the deploy's sessions too
 * @param environment id
 * @param commit full id of the deployed commit; empty outside of Git
 * @param toolVersion of this tool
 * @param startedAt by the database's clock
 * @param fromVersion newest version before; empty for an empty database
 * @param toVersion newest version after
 * @param applied scripts that were applied, in order
 * @param manifest what the files were
 * @param fingerprint of the schema afterwards
 * @param outcome {@code succeeded} or {@code failed}
 */
public record RunRecord(
    String runId,
    String environment,
    Optional<String> commit,
    String toolVersion,
    Instant startedAt,
    Optional<String> fromVersion,
    Optional<String> toVersion,
    List<String> applied,
    Manifest manifest,
    String fingerprint,
    String outcome) {}
