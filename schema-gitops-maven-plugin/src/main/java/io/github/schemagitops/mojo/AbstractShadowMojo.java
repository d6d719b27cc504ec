package io.github.schemagitops.mojo;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowLimits;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Goals that try migrations on a throwaway database. */
abstract class AbstractShadowMojo extends AbstractSchemaMojo {

  @Inject private RepositorySystem repositorySystem;

  /** The throwaway database: {@code provider}, {@code version}, {@code image}. */
  @Parameter private @Nullable ShadowParameter shadow;

  /**
   * Where the throwaway database runs: {@code container}, {@code embedded}, or {@code auto}, which
   * takes a container where Docker answers. Wins over {@code <shadow>}.
   */
  @Parameter(property = "schema.shadow.provider")
  private @Nullable String shadowProvider;

  /** Major version of the throwaway database, 14 to 18. Wins over {@code <shadow>}. */
  @Parameter(property = "schema.shadow.version")
  private @Nullable String shadowVersion;

  /** Container image of the throwaway database. Wins over {@code <shadow>}. */
  @Parameter(property = "schema.shadow.image")
  private @Nullable String shadowImage;

  final ShadowConfig shadowConfig(Database database) {
    ShadowParameter configured = shadow == null ? new ShadowParameter() : shadow;
    return new ShadowConfig(
        Choices.provider(first(shadowProvider, configured.provider)),
        database,
        Choices.serverVersion(first(shadowVersion, configured.version)),
        Optional.ofNullable(first(shadowImage, configured.image)),
        Optional.empty(),
        List.of(),
        ShadowLimits.DEFAULT,
        Optional.empty(),
        new ArtifactFetcher(repositorySystem, session(), project()));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null && !one.isBlank() ? one : other;
  }
}
