package io.github.schemagitops.shadow;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.testing.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class EmbeddedShadowTest extends OwnServerContract {

  private final Set<String> seen = new HashSet<>();

  @Override
  void requireProvider() {
    Databases.requireEmbedded();
  }

  @Override
  ShadowConfig config() {
    return Databases.config(ShadowConfig.Provider.EMBEDDED, 17);
  }

  @Override
  String expectedDescription() {
    return "embedded PostgreSQL 17.11";
  }

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
