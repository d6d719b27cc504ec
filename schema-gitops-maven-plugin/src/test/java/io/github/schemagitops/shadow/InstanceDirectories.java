package io.github.schemagitops.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the directories of running and of abandoned embedded servers. */
final class InstanceDirectories {

  private InstanceDirectories() {}

  /** Those that a process has locked, whether it lives or not. */
  static List<Path> lockedBy(long process) throws IOException {
    Path probe = Files.createTempFile("probe", "");
    Files.delete(probe);
    List<Path> locked = new ArrayList<>();
    for (Path home : InstanceDirectory.homes(probe.toAbsolutePath().resolveSibling(""))) {
      try (Stream<Path> files = Files.list(home)) {
        files.filter(f -> Files.exists(f.resolve("locked-by-" + process))).forEach(locked::add);
      }
    }
    return List.copyOf(locked);
  }
}
