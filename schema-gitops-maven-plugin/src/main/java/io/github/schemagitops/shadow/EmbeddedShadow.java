package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs PostgreSQL or MariaDB on this machine, without containers; their programs come as Maven
 * artifacts.
 */
public final class EmbeddedShadow implements ShadowProvider {

  @Override
  public String id() {
    return "embedded";
  }

  @Override
  public boolean available() {
    return ServerPlatform.current().isPresent();
  }

  @Override
  public boolean supports(Database database) {
    return database != Database.MYSQL; // There are no programs of it to fetch.
  }

  @Override
  public String identity(ShadowConfig config, Progress progress) {
    if (config.database() == Database.MARIADB) {
      return EmbeddedMariaDb.identity(config);
    }
    return config.effectiveVersion();
  }

  @Override
  public ShadowDatabase open(ShadowConfig config, Optional<Path> state, Progress progress) {
    if (config.database() == Database.MARIADB) {
      return EmbeddedMariaDb.open(config, state, progress);
    }
    return PostgresShadow.on(start(config, progress), config);
  }

  /** Starts the server without a database for migrations in it. */
  static PostgresServer start(ShadowConfig config, Progress progress) {
    ServerPlatform platform =
        ServerPlatform.current()
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "there is no embedded PostgreSQL for %s; there is one for %s (versions %s)"
                            .formatted(
                                ServerPlatform.describeCurrent(),
                                ServerPlatform.SUPPORTED,
                                EmbeddedBinaries.majors()),
                        "start Docker and use -Dschema.shadow.provider=container"));
    EmbeddedBinaries binaries =
        EmbeddedBinaries.of(Integer.parseInt(config.effectiveVersion()), platform);
    Path jar = binaries.fetch(config);
    progress.say("starting embedded PostgreSQL " + binaries.serverVersion());
    return EmbeddedServer.start(binaries, jar);
  }
}
