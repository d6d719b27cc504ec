package io.github.schemagitops.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which throwaway database to use.
 *
 * @param provider where it runs
 * @param database which product
 * @param version version of the server, as in its image tags: {@code 17}, {@code 9.7}, {@code
 *     11.8}; empty means: like the environment's, else {@link Database#defaultVersion}
 * @param image container image, when not the official one of the version
 * @param server the server on which {@link Provider#SERVER} makes its scratch database
 * @param extensions PostgreSQL extensions that are made before the first migration runs; migrations
 *     themselves may only make those that the server trusts
 * @param limits what a hostile or careless migration may use
 * @param cache where states are kept between runs; empty switches the cache off
 * @param artifacts where embedded server binaries come from
 */
public record ShadowConfig(
    Provider provider,
    Database database,
    Optional<String> version,
    Optional<String> image,
    Optional<ScratchServer> server,
    List<String> extensions,
    ShadowLimits limits,
    Optional<CacheSettings> cache,
    ArtifactSource artifacts) {

  public ShadowConfig {
    extensions = List.copyOf(extensions);
  }

  /** Where a throwaway database runs. */
  public enum Provider {
    /** A container where a container engine answers, else embedded. */
    AUTO,
    CONTAINER,
    EMBEDDED,
    /** A scratch database on a server that is there already. */
    SERVER
  }

  /**
   * A server that scratch databases may be made on.
   *
   * @param login URL, role and password; its id is only for messages
   * @param forbidden databases of real environments, which are never touched
   */
  public record ScratchServer(Environment login, List<Environment> forbidden) {

    public ScratchServer {
      forbidden = List.copyOf(forbidden);
    }
  }

  /**
   * The cache of states.
   *
   * @param directory made when it is not there
   * @param maxBytes the oldest entries go when there is more
   * @param toolVersion states of another version of this tool are not used
   */
  public record CacheSettings(Path directory, long maxBytes, String toolVersion) {

    /** One GiB. */
    public static final long DEFAULT_MAX_BYTES = 1L << 30;
  }

  /** With default limits, without anything optional. */
  public static ShadowConfig of(Provider provider, Database database, ArtifactSource artifacts) {
    return new ShadowConfig(
        provider,
        database,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        ShadowLimits.DEFAULT,
        Optional.empty(),
        artifacts);
  }

  /** The same with a version, unless the user has chosen one. */
  public ShadowConfig preferringVersion(String like) {
    return version.isPresent()
        ? this
        : new ShadowConfig(
            provider,
            database,
            Optional.of(like),
            image,
            server,
            extensions,
            limits,
            cache,
            artifacts);
  }

  /** The same, for states that nobody wants again. */
  public ShadowConfig withoutCache() {
    return new ShadowConfig(
        provider,
        database,
        version,
        image,
        server,
        extensions,
        limits,
        Optional.empty(),
        artifacts);
  }

  /** The version to start. */
  public String effectiveVersion() {
    return version.orElse(database.defaultVersion());
  }
}
