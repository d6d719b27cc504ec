package io.github.schemagitops.mojo;

import io.github.schemagitops.config.DeployConfig;
import io.github.schemagitops.config.ReconcileConfig;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parameters with a fixed set of values, refused with that set. */
final class Choices {

  private Choices() {}

  static FailOn failOn(String text) {
    return choose("failOn", text, FailOn.values());
  }

  static ShadowConfig.Provider provider(@Nullable String text) {
    return text == null || text.isBlank()
        ? ShadowConfig.Provider.AUTO
        : choose("shadow.provider", text, ShadowConfig.Provider.values());
  }

  static DeployConfig.OnDrift onDrift(String text) {
    return choose("deploy.onDrift", text, DeployConfig.OnDrift.values());
  }

  static ReconcileConfig.Action reconcileAction(boolean apply, boolean adopt, boolean adopted) {
    if (Stream.of(apply, adopt, adopted).filter(chosen -> chosen).count() > 1) {
      throw SchemaGitOpsException.badInput(
          "more than one of schema.reconcile.apply, .adopt and .adopted is set",
          "take the drift back (apply), or take it into Git (adopt, later adopted)");
    }
    if (apply) {
      return ReconcileConfig.Action.APPLY;
    }
    if (adopt) {
      return ReconcileConfig.Action.ADOPT;
    }
    return adopted ? ReconcileConfig.Action.RECORD : ReconcileConfig.Action.SCRIPTS;
  }

  static Optional<String> serverVersion(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    if (!text.strip().matches("\\d{1,3}(\\.\\d{1,3})?")) {
      throw SchemaGitOpsException.badInput(
          "schema.shadow.version is '%s'".formatted(text),
          "use the server's version as in image tags, for instance 17 for PostgreSQL or 11.8 for MariaDB");
    }
    return Optional.of(text.strip());
  }

  private static <E extends Enum<E>> E choose(String name, String text, E[] values) {
    return Stream.of(values)
        .filter(v -> v.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                SchemaGitOpsException.badInput(
                    "schema.%s is '%s'".formatted(name, text),
                    "use one of: "
                        + Stream.of(values)
                            .map(v -> v.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }
}
