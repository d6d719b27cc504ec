package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import java.nio.file.Path;
import java.util.Optional;

/** MariaDB's part of {@link EmbeddedShadow}. */
final class EmbeddedMariaDb {

  private EmbeddedMariaDb() {}

  /** As {@link ShadowProvider#identity}. */
  static String identity(ShadowConfig config) {
    MariaDbBinaries binaries = MariaDbBinaries.of(config.version().orElse(MariaDbBinaries.RELEASE));
    return "mariadb %s %s %s"
        .formatted(
            MariaDbBinaries.VERSION,
            binaries.platform(),
            MySqlSettings.asArguments(Database.MARIADB, config.limits(), ""));
  }

  /** As {@link ShadowProvider#open}. */
  static ShadowDatabase open(ShadowConfig config, Optional<Path> state, Progress progress) {
    MariaDbBinaries binaries = MariaDbBinaries.of(config.version().orElse(MariaDbBinaries.RELEASE));
    Path jar = binaries.fetch(config);
    progress.say("starting embedded MariaDB " + MariaDbBinaries.VERSION);
    return MySqlShadow.on(
        MariaDbServer.start(binaries, jar, config.limits(), state), Database.MARIADB);
  }
}
