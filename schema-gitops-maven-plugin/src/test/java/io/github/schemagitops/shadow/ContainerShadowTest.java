package io.github.schemagitops.shadow;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.testing.Databases;
import java.util.List;
import org.testcontainers.DockerClientFactory;

class ContainerShadowTest extends ShadowProviderContract {

  @Override
  void requireProvider() {
    Databases.requireDocker();
  }

  @Override
  ShadowConfig.Provider provider() {
    return ShadowConfig.Provider.CONTAINER;
  }

  @Override
  String expectedDescription() {
    return "PostgreSQL 17 in a container (postgres:17)";
  }

  /** Containers of this process, running or not. */
  @Override
  List<String> traces() {
    return DockerClientFactory.lazyClient()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(
            List.of(
                DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL
                    + "="
                    + DockerClientFactory.SESSION_ID))
        .exec()
        .stream()
        .map(container -> container.getId())
        .sorted()
        .toList();
  }
}
