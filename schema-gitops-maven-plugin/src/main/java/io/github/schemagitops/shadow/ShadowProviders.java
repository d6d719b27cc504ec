package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** Chooses where a throwaway database runs. */
public final class ShadowProviders {

  private ShadowProviders() {}

  /**
   * Starts a throwaway database where the configuration says.
   *
   * @throws SchemaGitOpsException when it cannot be had
   */
  public static ShadowDatabase open(ShadowConfig config, Progress progress) {
    return select(config).open(config, Optional.empty(), progress);
  }

  /**
   * The provider for a configuration. {@code AUTO} takes a container where a container engine
   * answers: it keeps a pull request's SQL away from the files of the build. Whether the chosen one
   * works here is found out when it opens a database.
   *
   * @throws SchemaGitOpsException when it has no servers of the wanted product
   */
  public static ShadowProvider select(ShadowConfig config) {
    return select(config.provider(), config.database(), all());
  }

  static ShadowProvider select(
      ShadowConfig.Provider wanted, Database database, List<ShadowProvider> providers) {
    ShadowProvider chosen =
        switch (wanted) {
          case AUTO -> {
            ShadowProvider container = named("container", providers);
            yield container.available() ? container : named("embedded", providers);
          }
          case CONTAINER, EMBEDDED, SERVER ->
              named(wanted.name().toLowerCase(Locale.ROOT), providers);
        };
    if (!chosen.supports(database)) {
      throw SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          (wanted == ShadowConfig.Provider.AUTO ? "no container engine answers, and " : "")
              + "there is no %s %s".formatted(chosen.id(), database.title()),
          "start Docker, or use -Dschema.shadow.provider=server with a %s server for scratch databases"
              .formatted(database.title()),
          null);
    }
    return chosen;
  }

  /**
   * The provider with an id.
   *
   * @throws SchemaGitOpsException when there is none
   */
  public static ShadowProvider named(String id) {
    return named(id, all());
  }

  private static ShadowProvider named(String id, List<ShadowProvider> providers) {
    return providers.stream()
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                SchemaGitOpsException.badInput(
                    "there is no shadow provider '%s'; there is %s"
                        .formatted(id, providers.stream().map(ShadowProvider::id).toList()),
                    "correct schema.shadow.provider"));
  }

  private static List<ShadowProvider> all() {
    return ServiceLoader.load(ShadowProvider.class, ShadowProvider.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
