package io.github.schemagitops.config;

import io.github.schemagitops.finding.FailOn;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What every goal needs.
 *
 * @param baseDirectory the project's directory; reported paths are relative to it
 * @param migrations where the migrations are and how they are read
 * @param gitBase branch, tag or commit that the change is compared with, when the user named one
 * @param ciTarget branch that the change is to be merged into, when a CI server says so
 * @param failOn from which severity on findings fail
 * @param progress where long work reports
 * @param lint what is said about linting
 */
public record ProjectConfig(
    Path baseDirectory,
    MigrationSettings migrations,
    Optional<String> gitBase,
    Optional<String> ciTarget,
    FailOn failOn,
    Progress progress,
    LintConfig lint) {

  /** A project that says nothing about linting. */
  public ProjectConfig(
      Path baseDirectory,
      MigrationSettings migrations,
      Optional<String> gitBase,
      Optional<String> ciTarget,
      FailOn failOn,
      Progress progress) {
    this(baseDirectory, migrations, gitBase, ciTarget, failOn, progress, LintConfig.NONE);
  }

  /** The same project, linted in another way. */
  public ProjectConfig linting(LintConfig other) {
    return new ProjectConfig(baseDirectory, migrations, gitBase, ciTarget, failOn, progress, other);
  }

  /** The same project with the values that its migrations have in an environment. */
  public ProjectConfig in(Environment environment) {
    return new ProjectConfig(
        baseDirectory,
        migrations.withPlaceholders(environment.placeholders()),
        gitBase,
        ciTarget,
        failOn,
        progress,
        lint);
  }
}
