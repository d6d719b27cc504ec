package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs PostgreSQL in a container. */
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
    return database == Database.POSTGRESQL;
  }

  @Override
  public String identity(ShadowConfig config, Progress progress) {
    return config.image().orElse("postgres:" + config.effectiveVersion());
  }

  @Override
  public ShadowDatabase open(ShadowConfig config, Optional<Path> state, Progress progress) {
    if (!available()) {
      throw SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "no container engine answers, so PostgreSQL cannot run in a container",
          "start Docker, or use -Dschema.shadow.provider=embedded",
          null);
    }
    LibraryLogging.quiet();
    String image = config.image().orElse("postgres:" + config.effectiveVersion());
    return PostgresShadow.on(ContainerServer.start(image, progress));
  }
}
