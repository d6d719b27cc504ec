package io.github.schemagitops.mojo;

import io.github.schemagitops.config.LintGoalConfig;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ServerVersion;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.goal.Lint;
import io.github.schemagitops.report.Report;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Judges the new migrations without a database: what would lock out a running application, lose
 * data, or surely fail.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class LintMojo extends AbstractSchemaMojo {

  /** Judges every migration, each as a change of its own, in place of the new ones alone. */
  @Parameter(property = "schema.lint.all", defaultValue = "false")
  private boolean lintAll;

  /** The throwaway database of other goals; here only its {@code version} counts. */
  @Parameter private @Nullable ShadowParameter shadow;

  /**
   * Version of the servers that the migrations are for, unless {@code <lint>} names one. Default:
   * 17 for PostgreSQL, 9.7 for MySQL, 11.8 for MariaDB. Wins over {@code <shadow>}.
   */
  @Parameter(property = "schema.shadow.version")
  private @Nullable String shadowVersion;

  /**
   * Folders with undo scripts, {@code U<version>__<description>.sql}. Default: a folder {@code
   * undo} beside each migration location.
   */
  @Parameter(property = "schema.undoLocations")
  private @Nullable List<File> undoLocations;

  /** Whether what older migrations leave behind is kept between runs. */
  @Parameter(property = "schema.cache", defaultValue = "true")
  private boolean cache;

  /** Folder that keeps it; worth keeping between CI runs. Default: the user's cache folder. */
  @Parameter(property = "schema.cacheDirectory")
  private @Nullable File cacheDirectory;

  @Override
  boolean lints() {
    return true;
  }

  @Override
  Report run(ProjectConfig config) {
    return new Lint(new FlywayEngine(), Dialects.of(config.migrations().database()))
        .run(
            new LintGoalConfig(
                config.linting(config.lint().all(lintAll).preferringVersion(version())),
                UndoDirectories.of(undoLocations, config),
                cache ? Optional.of(CacheFolder.of(cacheDirectory)) : Optional.empty(),
                buildId()));
  }

  private Optional<ServerVersion> version() {
    Optional<String> inShadow =
        Optional.ofNullable(shadow).flatMap(s -> Optional.ofNullable(s.version));
    return Choices.serverVersion(shadowVersion)
        .or(() -> inShadow.flatMap(Choices::serverVersion))
        .flatMap(ServerVersion::parse);
  }
}
