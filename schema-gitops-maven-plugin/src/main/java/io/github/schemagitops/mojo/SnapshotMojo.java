package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.SnapshotConfig;
import io.github.schemagitops.goal.SnapshotGoal;
import io.github.schemagitops.report.Report;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the schema that the migrations lead to as a text file for Git, so that a pull request
 * shows what it changes. Once there is one, {@code shadow-migrate} fails when it is stale.
 */
@Mojo(name = "snapshot", threadSafe = true)
public final class SnapshotMojo extends AbstractEnvironmentMojo {

  /** The file to write. */
  @Parameter(
      property = "schema.snapshot.file",
      defaultValue = "${project.basedir}/src/main/db/schema.txt")
  private File snapshotFile;

  /** No real database is concerned. */
  @Override
  Optional<String> environmentId() {
    return Optional.empty();
  }

  @Override
  Report run(ProjectConfig config) {
    return new SnapshotGoal(engine())
        .run(
            new SnapshotConfig(
                config, shadowConfig(config.migrations().database()), snapshotFile.toPath()));
  }
}
