package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.goal.ShadowMigrate;
import io.github.schemagitops.report.Report;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Applies the base branch's migrations and then each new one to a throwaway database, and reports
 * what each took, locked and changed, whether its undo script leads back, and whether repeatables
 * can be repeated. With an environment named, the migrations that it lacks are also tried on top of
 * what it has.
 */
@Mojo(name = "shadow-migrate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ShadowMigrateMojo extends AbstractEnvironmentMojo {

  /**
   * Folders with undo scripts, {@code U<version>__<description>.sql}. Default: a folder {@code
   * undo} beside each migration location.
   */
  @Parameter(property = "schema.undoLocations")
  private @Nullable List<File> undoLocations;

  /** Folder with scripts that load data before the new migrations run; may be absent. */
  @Parameter(
      property = "schema.seedDirectory",
      defaultValue = "${project.basedir}/src/test/db/seed")
  private File seedDirectory;

  /** The file that {@code schema:snapshot} writes; where there is one, it must not be stale. */
  @Parameter(
      property = "schema.snapshot.file",
      defaultValue = "${project.basedir}/src/main/db/schema.txt")
  private File snapshotFile;

  /**
   * Other open branches, tags or commits; what they add is tried together with this change, before
   * either is merged.
   */
  @Parameter(property = "schema.mergeWith")
  private @Nullable List<String> mergeWith;

  @Override
  Optional<String> environmentId() {
    return namedEnvironmentId();
  }

  @Override
  boolean lints() {
    return true;
  }

  @Override
  Report run(ProjectConfig config) {
    return new ShadowMigrate(engine())
        .run(
            new ShadowMigrateConfig(
                config,
                shadowConfig(config.migrations().database()),
                namedEnvironment(config.migrations().database()),
                mergeWith == null ? List.of() : mergeWith,
                UndoDirectories.of(undoLocations, config),
                Optional.of(seedDirectory.toPath()),
                Optional.of(snapshotFile.toPath())));
  }
}
