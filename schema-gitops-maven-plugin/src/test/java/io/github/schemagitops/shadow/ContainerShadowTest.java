package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.testing.Databases;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.testcontainers.DockerClientFactory;

class ContainerShadowTest {

  @Nested
  class Postgres15 extends ContainerContract {
    Postgres15() {
      super(Database.POSTGRESQL, "15");
    }
  }

  @Nested
  class Postgres17 extends ContainerContract {
    Postgres17() {
      super(Database.POSTGRESQL, "17");
    }
  }

  @Nested
  class Postgres18 extends ContainerContract {
    Postgres18() {
      super(Database.POSTGRESQL, "18");
    }
  }

  @Nested
  class MySql extends ContainerContract {
    MySql() {
      super(Database.MYSQL, "9.7");
    }
  }

  @Nested
  class MariaDb extends ContainerContract {
    MariaDb() {
      super(Database.MARIADB, "11.8");
    }
  }

  abstract static class ContainerContract extends OwnServerContract {

    private final Database database;
    private final String version;

    ContainerContract(Database database, String version) {
      this.database = database;
      this.version = version;
    }

    @Override
    void requireProvider() {
      Databases.requireDocker();
    }

    @Override
    ShadowConfig config() {
      return Databases.config(ShadowConfig.Provider.CONTAINER, database, version);
    }

    @Override
    String expectedDescription() {
      return "%s %s in a container (%s:%s)"
          .formatted(database.title(), version, database.image(), version);
    }

    @Override
    Sandbox expectedSandbox() {
      return Sandbox.CONTAINER;
    }

    /** Containers of this process, running or not. */
    @Override
    List<String> traces() {
      return DockerClientFactory.lazyClient()
          .listContainersCmd()
          .withShowAll(true)
          .withLabelFilter(
              List.of(AbandonedContainers.LABEL + "=" + AbandonedContainers.thisProcess()))
          .exec()
          .stream()
          .map(container -> container.getId())
          .sorted()
          .toList();
    }
  }
}
