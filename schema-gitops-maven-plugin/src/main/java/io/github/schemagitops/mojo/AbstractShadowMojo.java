package io.github.schemagitops.mojo;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import io.github.schemagitops.config.ShadowConfig.ScratchServer;
import io.github.schemagitops.config.ShadowLimits;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Goals that try migrations on a throwaway database. */
abstract class AbstractShadowMojo extends AbstractSchemaMojo {

  @Inject private RepositorySystem repositorySystem;

  /**
   * The throwaway database: {@code provider}, {@code version}, {@code image}, {@code extensions},
   * {@code timeLimit}, {@code memory}; for the provider {@code server} also {@code url}, {@code
   * user}, {@code passwordFile}, {@code serverId}.
   */
  @Parameter private @Nullable ShadowParameter shadow;

  /**
   * Where the throwaway database runs: {@code container}, {@code embedded}, {@code server} (a
   * scratch database on the server of {@code schema.shadow.url}), or {@code auto}, which takes a
   * container where Docker answers, else embedded. Wins over {@code <shadow>}.
   */
  @Parameter(property = "schema.shadow.provider")
  private @Nullable String shadowProvider;

  /**
   * Version of the throwaway database as in image tags: 14 to 18 for PostgreSQL, for instance 9.7
   * for MySQL, 11.8 for MariaDB. Default: the environment's, else 17, 9.7, 11.8. Wins over {@code
   * <shadow>}.
   */
  @Parameter(property = "schema.shadow.version")
  private @Nullable String shadowVersion;

  /** Container image of the throwaway database. Wins over {@code <shadow>}. */
  @Parameter(property = "schema.shadow.image")
  private @Nullable String shadowImage;

  /**
   * PostgreSQL extensions to make before the first migration; a migration itself may only make
   * those that the server trusts. Wins over {@code <shadow>}.
   */
  @Parameter(property = "schema.shadow.extensions")
  private @Nullable List<String> shadowExtensions;

  /**
   * How long migrations may run on the throwaway database before it is killed, for instance {@code
   * 90s}, {@code 30m}. Default 30m. Wins over {@code <shadow>}.
   */
  @Parameter(property = "schema.shadow.timeLimit")
  private @Nullable String shadowTimeLimit;

  /**
   * Memory of the container, for instance {@code 512m}, {@code 2g}. Default 1g. Wins over {@code
   * <shadow>}.
   */
  @Parameter(property = "schema.shadow.memory")
  private @Nullable String shadowMemory;

  /**
   * JDBC URL of the server for the provider {@code server}; the environment variables {@code
   * SCHEMA_SHADOW_URL}, {@code _USER}, {@code _PASSWORD} win. Wins over {@code <shadow>}.
   */
  @Parameter(property = "schema.shadow.url")
  private @Nullable String shadowUrl;

  /**
   * Folder that keeps the state of throwaway databases between runs; worth keeping between CI runs.
   * Default: the user's cache folder.
   */
  @Parameter(property = "schema.cacheDirectory")
  private @Nullable File cacheDirectory;

  /** Whether states of throwaway databases are kept between runs. */
  @Parameter(property = "schema.cache", defaultValue = "true")
  private boolean cache;

  /** What the kept states may take; the oldest go first. */
  @Parameter(property = "schema.cacheSize", defaultValue = "1g")
  private String cacheSize;

  /** The scratch server as the POM describes it, for {@link Environments} to find its login. */
  final EnvironmentParameter scratchServer() {
    ShadowParameter configured = configured();
    EnvironmentParameter server = new EnvironmentParameter();
    server.id = "shadow";
    server.url = first(shadowUrl, configured.url);
    server.user = configured.user;
    server.passwordFile = configured.passwordFile;
    server.serverId = configured.serverId;
    return server;
  }

  final ShadowConfig.Provider shadowProvider() {
    return Choices.provider(first(shadowProvider, configured().provider));
  }

  final ShadowConfig shadowConfig(Database database, Optional<ScratchServer> server) {
    ShadowParameter configured = configured();
    return new ShadowConfig(
        shadowProvider(),
        database,
        Choices.serverVersion(first(shadowVersion, configured.version)),
        Optional.ofNullable(first(shadowImage, configured.image)),
        server,
        extensions(configured),
        limits(configured),
        cache ? Optional.of(cacheSettings()) : Optional.empty(),
        new ArtifactFetcher(repositorySystem, session(), project()));
  }

  private List<String> extensions(ShadowParameter configured) {
    return Stream.of(shadowExtensions, configured.extensions)
        .flatMap(Stream::ofNullable)
        .filter(list -> !list.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private ShadowLimits limits(ShadowParameter configured) {
    ShadowLimits limits = ShadowLimits.DEFAULT;
    @Nullable String time = first(shadowTimeLimit, configured.timeLimit);
    @Nullable String memory = first(shadowMemory, configured.memory);
    return new ShadowLimits(
        time == null ? limits.time() : Durations.parse("schema.shadow.timeLimit", time),
        memory == null ? limits.memoryBytes() : Sizes.parse("schema.shadow.memory", memory),
        limits.processes(),
        limits.tempFileBytes());
  }

  private CacheSettings cacheSettings() {
    return new CacheSettings(cacheFolder(), Sizes.parse("schema.cacheSize", cacheSize), buildId());
  }

  final Path cacheFolder() {
    return CacheFolder.of(cacheDirectory);
  }

  private ShadowParameter configured() {
    return shadow == null ? new ShadowParameter() : shadow;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null && !one.isBlank() ? one : other;
  }
}
