package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.testing.Databases;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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

  @Test
  void a_container_can_do_little_harm() {
    Databases.requireImage("postgres:17");
    ShadowConfig config = Databases.config(ShadowConfig.Provider.CONTAINER, 17);
    try (ShadowDatabase shadow =
        new ContainerShadow().open(config, Optional.empty(), message -> {})) {
      String id = containers().get(0);
      HostConfig host =
          Objects.requireNonNull(
              DockerClientFactory.lazyClient().inspectContainerCmd(id).exec().getHostConfig());

      assertThat(shadow.sandbox()).isEqualTo(Sandbox.CONTAINER);
      assertThat(host.getMemory()).isEqualTo(config.limits().memoryBytes());
      assertThat(host.getMemorySwap()).isEqualTo(config.limits().memoryBytes());
      assertThat(host.getPidsLimit()).isEqualTo(config.limits().processes());
      assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges");
      assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
      assertThat(host.getPrivileged()).isNotEqualTo(true);
      assertThat(host.getBinds()).isEmpty();
      assertThat(Objects.requireNonNull(host.getTmpFs()))
          .containsOnlyKeys("/var/lib/schema-gitops", "/var/log/schema-gitops", "/tmp");
      assertThat(Objects.requireNonNull(host.getPortBindings()).getBindings().values())
          .allSatisfy(bindings -> assertThat(bindings[0].getHostIp()).isEqualTo("127.0.0.1"));
    }
    assertThat(containers()).isEmpty();
  }

  @Test
  void an_image_that_is_not_there_is_named_with_the_way_out() {
    Databases.requireDocker();
    ShadowConfig base = Databases.config(ShadowConfig.Provider.CONTAINER, 17);
    String image = "localhost:1/postgres@sha256:" + "0".repeat(64);
    ShadowConfig config =
        new ShadowConfig(
            base.provider(),
            base.database(),
            base.version(),
            Optional.of(image),
            base.server(),
            base.extensions(),
            base.limits(),
            base.cache(),
            base.artifacts());

    assertThatThrownBy(() -> new ContainerShadow().open(config, Optional.empty(), message -> {}))
        .asInstanceOf(InstanceOfAssertFactories.type(SchemaGitOpsException.class))
        .satisfies(
            e -> {
              assertThat(e)
                  .hasMessageStartingWith("image " + image + " is not here and cannot be pulled: ");
              assertThat(e.remedy()).contains("docker pull " + image);
            });
  }

  @Test
  void a_kept_state_belongs_to_the_image_and_not_to_its_name() {
    Databases.requireImage("postgres:17");
    ShadowConfig config = Databases.config(ShadowConfig.Provider.CONTAINER, 17);
    assertThat(new ContainerShadow().identity(config, message -> {}))
        .startsWith("postgresql sha256:");
  }

  /** Containers of this process, running or not. */
  private static List<String> containers() {
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
      Databases.requireImage(database.image() + ":" + version);
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

    @Override
    List<String> traces() {
      return containers();
    }
  }
}
