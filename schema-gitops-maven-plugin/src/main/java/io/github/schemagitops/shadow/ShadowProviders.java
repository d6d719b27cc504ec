package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.List;
import java.util.Locale;
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
    return select(config).open(config, progress);
  }

  /**
   * The provider for a configuration. {@code AUTO} takes a container where a container engine
   * answers: it keeps a pull request's SQL away from the files of the build.
   *
   * @throws SchemaGitOpsException when it cannot work here
   */
  public static ShadowProvider select(ShadowConfig config) {
    return switch (config.provider()) {
      case AUTO -> {
        ShadowProvider container = named("container");
        yield container.available() ? container : named("embedded");
      }
      case CONTAINER, EMBEDDED -> named(config.provider().name().toLowerCase(Locale.ROOT));
    };
  }

  /**
   * The provider with an id.
   *
   * @throws SchemaGitOpsException when there is none
   */
  public static ShadowProvider named(String id) {
    List<ShadowProvider> all =
        ServiceLoader.load(ShadowProvider.class, ShadowProvider.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return all.stream()
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                SchemaGitOpsException.error(
                    ExitCode.FINDINGS,
                    "there is no shadow provider '%s'; there is %s"
                        .formatted(id, all.stream().map(ShadowProvider::id).sorted().toList()),
                    "correct schema.shadow.provider",
                    null));
  }
}
