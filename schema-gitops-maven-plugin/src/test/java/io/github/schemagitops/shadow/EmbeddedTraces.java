package io.github.schemagitops.shadow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What embedded servers of a process leave on this machine. */
final class EmbeddedTraces {

  private final Set<String> seen = new HashSet<>();
  private final long process;

  /** Of this process. */
  EmbeddedTraces() {
    this(ProcessHandle.current().pid());
  }

  EmbeddedTraces(long process) {
    this.process = process;
  }

  /** Directories of the process, and programs that run from those there are or were. */
  List<String> now() throws IOException {
    List<String> directories =
        InstanceDirectories.lockedBy(process).stream().map(Path::toString).toList();
    seen.addAll(directories);
    Stream<String> servers =
        ProcessHandle.allProcesses()
            .map(process -> process.info().commandLine().orElse(""))
            .filter(command -> seen.stream().anyMatch(command::contains));
    return Stream.concat(directories.stream(), servers).sorted().toList();
  }
}
