package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs PostgreSQL, MySQL and MariaDB in a container. */
public final class ContainerShadow implements ShadowProvider {

  private final BooleanSupplier engineAnswers;

  public ContainerShadow() {
    this(ContainerEngine::answers);
  }

  ContainerShadow(BooleanSupplier engineAnswers) {
    this.engineAnswers = engineAnswers;
  }

  @Override
  public String id() {
    return "container";
  }

  @Override
  public boolean available() {
    return engineAnswers.getAsBoolean();
  }

  @Override
  public boolean supports(Database database) {
    return true;
  }

  @Override
  public String identity(ShadowConfig config, Progress progress) {
    return "%s %s %s"
        .formatted(
            config.database().id(),
            image(config, progress).id(),
            ContainerProduct.of(config.database()).arguments(config.limits()));
  }

  @Override
  public ShadowDatabase open(ShadowConfig config, Optional<Path> state, Progress progress) {
    ContainerImage image = image(config, progress);
    ContainerProduct product = ContainerProduct.of(config.database());
    ContainerServer server =
        ContainerServer.start(image, product, config.limits(), state, progress);
    if (config.database() != Database.POSTGRESQL) {
      return MySqlShadow.on(server, config.database());
    }
    return state.isPresent()
        ? PostgresShadow.resumed(server, config)
        : PostgresShadow.on(server, config);
  }

  private ContainerImage image(ShadowConfig config, Progress progress) {
    Database database = config.database();
    if (!available()) {
      throw SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "no container engine answers, so %s cannot run in a container"
              .formatted(database.title()),
          database == Database.MYSQL
              ? "start Docker, or use -Dschema.shadow.provider=server with a MySQL server for scratch databases"
              : "start Docker, or use -Dschema.shadow.provider=embedded",
          null);
    }
    LibraryLogging.quiet();
    return ContainerImage.of(
        config.image().orElse(database.image() + ":" + config.effectiveVersion()), progress);
  }
}
