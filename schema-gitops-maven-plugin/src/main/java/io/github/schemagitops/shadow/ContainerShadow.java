package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;

/** Runs PostgreSQL in a container. */
public final class ContainerShadow implements ShadowProvider {

  @Override
  public String id() {
    return "container";
  }

  @Override
  public boolean available() {
    return ContainerEngine.answers();
  }

  @Override
  public ShadowDatabase open(ShadowConfig config, Progress progress) {
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
