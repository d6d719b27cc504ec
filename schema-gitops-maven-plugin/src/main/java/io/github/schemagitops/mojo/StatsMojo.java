package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.StatsConfig;
import io.github.schemagitops.goal.StatsGoal;
import io.github.schemagitops.report.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes into the project how large the tables of a real database are, by the server's own
 * estimate, so that {@code lint} takes what concerns small ones less seriously. Reads no data.
 */
@Mojo(name = "stats", threadSafe = true)
public final class StatsMojo extends AbstractEnvironmentMojo {

  /** The file to write; {@code lint} reads it. */
  @Parameter(property = "schema.stats.file", defaultValue = "${project.basedir}/schema-stats.json")
  private File statsFile;

  @Override
  Report run(ProjectConfig config) {
    return new StatsGoal(engine())
        .run(
            new StatsConfig(
                config, chosenEnvironment(config.migrations().database()), statsFile.toPath()));
  }
}
