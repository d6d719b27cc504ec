package io.github.schemagitops.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a project says about linting.
 *
 * @param rules what it says about rules; of two words with the same key the later one holds
 * @param serverVersion version of the servers that the migrations are for
 * @param deployedBy who runs the migrations
 * @param statistics a file that says how large tables are, as {@code schema:stats} writes it
 * @param all true when every migration is judged, false when only the new ones are
 * @param flyway how Flyway itself would run them
 */
public record LintConfig(
    List<LintWord> rules,
    Optional<ServerVersion> serverVersion,
    Optional<DeployedBy> deployedBy,
    Optional<Path> statistics,
    boolean all,
    FlywayRun flyway) {

  /** Nothing is said. */
  public static final LintConfig NONE =
      new LintConfig(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          FlywayRun.UNKNOWN);

  /** Who runs the migrations on real databases. */
  public enum DeployedBy {
    /** Flyway itself: its Maven plugin, its command line, or an application that starts. */
    FLYWAY,
    /** {@code schema:deploy}. */
    SCHEMA
  }

  public LintConfig {
    rules = List.copyOf(rules);
  }

  /** Who runs the migrations: as is said, else as the project's settings for Flyway show. */
  public DeployedBy deployer() {
    return deployedBy.orElse(flyway.origin().isPresent() ? DeployedBy.FLYWAY : DeployedBy.SCHEMA);
  }

  /** The same, judging every migration or only the new ones. */
  public LintConfig all(boolean every) {
    return new LintConfig(rules, serverVersion, deployedBy, statistics, every, flyway);
  }

  /** The same with a version, unless the project names one. */
  public LintConfig preferringVersion(Optional<ServerVersion> like) {
    return new LintConfig(rules, serverVersion.or(() -> like), deployedBy, statistics, all, flyway);
  }
}
