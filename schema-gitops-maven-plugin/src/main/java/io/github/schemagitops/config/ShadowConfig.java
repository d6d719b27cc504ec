package io.github.schemagitops.config;

import java.util.Optional;

/**
 * Which throwaway database to use.
 *
 * @param provider where it runs
 * @param version major version of the server; empty means: like the environment's, else {@link
 *     #DEFAULT_VERSION}
 * @param image container image, when not the official one of the version
 * @param artifacts where embedded server binaries come from
 */
public record ShadowConfig(
    Provider provider,
    Optional<Integer> version,
    Optional<String> image,
    ArtifactSource artifacts) {

  /** Server major version when nothing says otherwise. */
  public static final int DEFAULT_VERSION = 17;

  /** Where a throwaway database runs. */
  public enum Provider {
    /** A container where a container engine answers, else embedded. */
    AUTO,
    CONTAINER,
    EMBEDDED
  }

  /** The same with a version, unless the user has chosen one. */
  public ShadowConfig preferringVersion(int major) {
    return version.isPresent()
        ? this
        : new ShadowConfig(provider, Optional.of(major), image, artifacts);
  }

  /** The version to start. */
  public int effectiveVersion() {
    return version.orElse(DEFAULT_VERSION);
  }
}
