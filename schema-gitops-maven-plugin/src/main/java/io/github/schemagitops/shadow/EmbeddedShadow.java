package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.charset.StandardCharsets;
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
    EmbeddedBinaries binaries = binaries(config);
    return String.join(
        " ",
        ClusterArchive.FORMAT,
        binaries.version(),
        binaries.platform().id(),
        Digests.sha256(PostgresSettings.asFile(0, false).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public ShadowDatabase open(ShadowConfig config, Optional<Path> state, Progress progress) {
    if (config.database() == Database.MARIADB) {
      return EmbeddedMariaDb.open(config, state, progress);
    }
    PostgresServer server = start(config, state, progress);
    return state.isPresent()
        ? PostgresShadow.resumed(server, config)
        : PostgresShadow.on(server, config);
  }

  /** Starts a PostgreSQL server without preparing anything on it. */
  static PostgresServer start(ShadowConfig config, Progress progress) {
    return start(config, Optional.empty(), progress);
  }

  private static PostgresServer start(
      ShadowConfig config, Optional<Path> state, Progress progress) {
    EmbeddedBinaries binaries = binaries(config);
    Path jar = binaries.fetch(config);
    progress.say("starting embedded PostgreSQL " + binaries.serverVersion());
    return EmbeddedServer.start(binaries, jar, state);
  }

  private static EmbeddedBinaries binaries(ShadowConfig config) {
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
    return EmbeddedBinaries.of(config.effectiveVersion(), platform);
  }
}
