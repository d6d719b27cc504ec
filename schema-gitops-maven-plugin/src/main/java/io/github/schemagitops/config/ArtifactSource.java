package io.github.schemagitops.config;

import java.nio.file.Path;

/**
 * Fetches an artifact through the build tool's own resolver, so that mirrors, offline mode and
 * credentials work as for any dependency.
 */
@FunctionalInterface
public interface ArtifactSource {

  /**
   * The jar of {@code group:artifact:version}.
   *
   * @throws io.github.schemagitops.finding.SchemaGitOpsException when it cannot be had; the message
   *     says whether the build is offline
   */
  Path fetch(String group, String artifact, String version);
}
