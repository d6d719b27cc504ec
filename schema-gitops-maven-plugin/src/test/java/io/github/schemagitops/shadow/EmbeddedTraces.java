package io.github.schemagitops.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What embedded servers of a process leave on this machine. */
final class EmbeddedTraces {

  private final Set<String> seen = new HashSet<>();
  private final String lock;

  /** Of this process. */
  EmbeddedTraces() {
    this(ProcessHandle.current().pid());
  }

  EmbeddedTraces(long pid) {
    this.lock = "locked-by-" + pid;
  }

  /** Directories of the process, and programs that run from those there are or were. */
  List<String> now() throws IOException {
    List<String> directories = directories();
    seen.addAll(directories);
    Stream<String> servers =
        ProcessHandle.allProcesses()
            .map(process -> process.info().commandLine().orElse(""))
            .filter(command -> seen.stream().anyMatch(command::contains));
    return Stream.concat(directories.stream(), servers).sorted().toList();
  }

  private List<String> directories() throws IOException {
    Path temporary = Files.createTempFile("probe", "");
    Files.delete(temporary);
    try (Stream<Path> files = Files.list(temporary.getParent())) {
      return files.filter(file -> Files.exists(file.resolve(lock))).map(Path::toString).toList();
    }
  }
}
