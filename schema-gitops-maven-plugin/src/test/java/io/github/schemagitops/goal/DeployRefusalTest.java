package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.DeployConfig;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is connected to. */
class DeployRefusalTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:mysql://nowhere.invalid/shop", "jdbc:mariadb://nowhere.invalid/shop"})
  void a_server_that_cannot_undo_a_migration_is_refused(String url) {
    GitProject project =
        GitProject.in(directory).migration("V1__a.sql", "CREATE TABLE a (id int);\n").commit("A");
    DeployConfig config =
        new DeployConfig(
            project.config(),
            new Environment("production", url, Optional.empty(), Optional.empty()),
            Databases.config(ShadowConfig.Provider.EMBEDDED, 17),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DeployConfig.OnDrift.FAIL,
            "1.2.3");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> new Deploy(new FlywayEngine()).run(config))
        .withMessageContaining("a migration that fails halfway cannot be recovered yet")
        .satisfies(
            e -> assertThat(e.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.REFUSED)))
        .satisfies(e -> assertThat(e.remedy()).contains("schema:shadow-migrate"));
  }
}
