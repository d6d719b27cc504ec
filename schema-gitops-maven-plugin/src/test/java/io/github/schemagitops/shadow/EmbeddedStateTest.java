package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.testing.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an embedded PostgreSQL keeps of itself, and begins with. */
class EmbeddedStateTest {

  private Path file;

  @BeforeEach
  void prepare(@TempDir Path directory) {
    Databases.requireEmbedded();
    file = directory.resolve("state");
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void comes_back_with_everything_in_it(int major) throws Exception {
    var binaries =
        EmbeddedBinaries.of(String.valueOf(major), new ServerPlatform("linux-amd64", false));
    Databases.requirePrograms(EmbeddedBinaries.GROUP, binaries.artifact(), binaries.version());
    try (ShadowDatabase shadow = open(major, Optional.empty())) {
      execute(
          shadow,
          "CREATE TABLE kept (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text)",
          "CREATE UNLOGGED TABLE fleeting (id int)",
          "INSERT INTO kept (name) SELECT 'n' || i FROM generate_series(1, 1000) i",
          "INSERT INTO fleeting VALUES (7)");

      assertThat(shadow.save(file)).isTrue();

      try (Connection again = Connections.open(shadow.connection())) {
        assertThat(text(again, "SELECT count(*) FROM kept")).as("goes on").isEqualTo("1000");
        ShadowProviderContract.execute(again, List.of("CREATE TABLE after_saving (id int)"));
      }
    }
    try (ShadowDatabase shadow = open(major, Optional.of(file));
        Connection connection = Connections.open(shadow.connection())) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(major);
      assertThat(text(connection, "SELECT max(name) FROM kept WHERE id = 1000")).isEqualTo("n1000");
      assertThat(text(connection, "SELECT id FROM fleeting")).isEqualTo("7");
      assertThat(text(connection, "SELECT to_regclass('after_saving') IS NULL")).isEqualTo("t");
      ShadowProviderContract.execute(
          connection, List.of("INSERT INTO kept (name) VALUES ('next')"));
      assertThat(text(connection, "SELECT max(id) FROM kept")).isEqualTo("1001");
    }
  }

  @Test
  void can_be_saved_again_after_it_came_back(@TempDir Path directory) throws Exception {
    Path second = directory.resolve("second");
    try (ShadowDatabase shadow = open(17, Optional.empty())) {
      execute(shadow, "CREATE TABLE one (id int)");
      shadow.save(file);
    }
    try (ShadowDatabase shadow = open(17, Optional.of(file))) {
      execute(shadow, "CREATE TABLE two (id int)");
      shadow.save(second);
      execute(shadow, "DROP TABLE one");
    }
    try (ShadowDatabase shadow = open(17, Optional.of(second))) {
      execute(shadow, "DROP TABLE one, two");
    }
  }

  @Test
  void is_kept_from_other_users_and_holds_no_password_that_still_opens() throws Exception {
    try (ShadowDatabase shadow = open(17, Optional.empty())) {
      shadow.save(file);

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      var kept = ClusterArchive.unpack(file, file.resolveSibling("data"), nobody());
      var login =
          new ConnectionSpec(
              shadow.connection().url(), Optional.of("postgres"), Optional.of(kept), Map.of());
      assertThatThrownBy(() -> Connections.open(login))
          .isInstanceOf(SchemaGitOpsException.class)
          .hasMessageContaining("refused");
    }
  }

  @Test
  void fails_and_leaves_nothing_when_the_file_is_damaged() throws Exception {
    try (ShadowDatabase shadow = open(17, Optional.empty())) {
      shadow.save(file);
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> open(17, Optional.of(file)))
        .isInstanceOf(SchemaGitOpsException.class)
        .hasMessageContaining("did not start");
  }

  @Test
  void is_ended_from_outside_while_a_statement_runs() throws Exception {
    try (ShadowDatabase shadow = open(17, Optional.empty());
        Connection connection = Connections.open(shadow.connection())) {
      Thread killer =
          new Thread(
              () -> {
                awaitRunning(shadow);
                shadow.kill();
              });
      killer.start();
      assertThatThrownBy(
              () ->
                  ShadowProviderContract.execute(
                      connection, List.of("DO $$ BEGIN LOOP END LOOP; END $$")))
          .isInstanceOf(SQLException.class);
      killer.join();
      assertThatThrownBy(() -> shadow.save(file)).isInstanceOf(IOException.class);
    }
  }

  private static void awaitRunning(ShadowDatabase shadow) {
    try (Connection observer = Connections.open(shadow.connection())) {
      String query =
          "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'DO%'";
      while (!"1".equals(text(observer, query))) {
        Thread.onSpinWait();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private ServerUser nobody() throws IOException {
    return ServerUser.forServerIn(Files.createTempDirectory(file.getParent(), "probe"));
  }

  private static ShadowDatabase open(int major, Optional<Path> state) {
    return new EmbeddedShadow()
        .open(Databases.config(ShadowConfig.Provider.EMBEDDED, major), state, message -> {});
  }

  private static void execute(ShadowDatabase shadow, String... sql) throws SQLException {
    try (Connection connection = Connections.open(shadow.connection())) {
      ShadowProviderContract.execute(connection, List.of(sql));
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    return String.valueOf(ShadowProviderContract.text(connection, query));
  }
}
