package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.MigrationFiles;
import java.nio.file.Path;

/** Where a goal may write a file of the project. */
final class WrittenFile {

  private WrittenFile() {}

  /**
   * Refuses a place among the migrations: Flyway and this plugin read every file there.
   *
   * @param setting that says where the file goes
   * @param elsewhere a place that would do
   */
  static void refuseLocation(String setting, Path file, ProjectConfig project, String elsewhere) {
    Path path = file.toAbsolutePath().normalize();
    for (Path location : project.migrations().locations()) {
      if (path.startsWith(location.toAbsolutePath().normalize())) {
        throw SchemaGitOpsException.badInput(
            "%s is %s, in the migration location %s"
                .formatted(
                    setting,
                    MigrationFiles.relative(project.baseDirectory(), file),
                    MigrationFiles.relative(project.baseDirectory(), location)),
            "put it elsewhere, for instance " + elsewhere);
      }
    }
  }
}
