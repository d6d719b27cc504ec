package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ShadowProvidersTest {

  private static final ShadowConfig CONTAINER =
      ShadowConfig.of(
          ShadowConfig.Provider.CONTAINER, Database.POSTGRESQL, (g, a, v) -> Path.of("none"));

  @Test
  void are_found_by_their_ids() {
    assertThat(ShadowProviders.named("container")).isInstanceOf(ContainerShadow.class);
    assertThat(ShadowProviders.named("embedded")).isInstanceOf(EmbeddedShadow.class);
    assertThatThrownBy(() -> ShadowProviders.named("cloud"))
        .hasMessage("there is no shadow provider 'cloud'; there is [container, embedded, server]");
  }

  @Test
  void a_container_is_preferred_where_an_engine_answers() {
    assertThat(selected(ShadowConfig.Provider.AUTO, true)).isEqualTo("container");
    assertThat(selected(ShadowConfig.Provider.AUTO, false)).isEqualTo("embedded");
  }

  @Test
  void what_the_user_chose_is_taken() {
    assertThat(selected(ShadowConfig.Provider.EMBEDDED, true)).isEqualTo("embedded");
    assertThat(selected(ShadowConfig.Provider.CONTAINER, false)).isEqualTo("container");
  }

  @Test
  void a_container_without_an_engine_fails_with_the_way_out() {
    assertThatThrownBy(
            () -> new ContainerShadow(() -> false).open(CONTAINER, Optional.empty(), message -> {}))
        .asInstanceOf(InstanceOfAssertFactories.type(SchemaGitOpsException.class))
        .satisfies(
            e -> {
              assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.UNREACHABLE);
              assertThat(e).hasMessageContaining("no container engine answers");
              assertThat(e.remedy())
                  .isEqualTo("start Docker, or use -Dschema.shadow.provider=embedded");
            });
  }

  @Test
  void mysql_without_an_engine_fails_with_the_way_out() {
    List<ShadowProvider> providers =
        List.of(new ContainerShadow(() -> false), new EmbeddedShadow(), new ServerShadow());

    assertThatThrownBy(
            () -> ShadowProviders.select(ShadowConfig.Provider.AUTO, Database.MYSQL, providers))
        .asInstanceOf(InstanceOfAssertFactories.type(SchemaGitOpsException.class))
        .satisfies(
            e -> {
              assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.UNREACHABLE);
              assertThat(e)
                  .hasMessage("no container engine answers, and there is no embedded MySQL");
              assertThat(e.remedy())
                  .isEqualTo(
                      "start Docker, or use -Dschema.shadow.provider=server with a MySQL server for scratch databases");
            });
    assertThat(ShadowProviders.select(ShadowConfig.Provider.AUTO, Database.MARIADB, providers).id())
        .isEqualTo("embedded");
  }

  private static String selected(ShadowConfig.Provider wanted, boolean engineAnswers) {
    List<ShadowProvider> providers =
        List.of(new ContainerShadow(() -> engineAnswers), new EmbeddedShadow());
    return ShadowProviders.select(wanted, Database.POSTGRESQL, providers).id();
  }
}
