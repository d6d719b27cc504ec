package io.github.schemagitops.shadow;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Unpacked programs of a PostgreSQL release, and as whom they run.
 *
 * @param binaries which release
 * @param home directory with {@code bin}, {@code lib} and {@code share}
 * @param user who runs them
 */
record EmbeddedPrograms(EmbeddedBinaries binaries, Path home, ServerUser user) {

  /**
   * Runs one to its end.
   *
   * @param name without a platform's suffix, for instance {@code initdb}
   * @param output absolute path of the file that gets what it writes
   * @return whether it exited with 0 in time
   * @throws IOException when it cannot be started
   */
  boolean run(String name, List<String> arguments, Path output, Duration limit) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve(binaries.platform().program(name)).toString());
    command.addAll(arguments);
    return new ServerProgram(user.running(command), output, limit).run();
  }

  /** A server that cannot be had, with its own words. */
  SchemaGitOpsException failed(String cause) {
    return failed(binaries, cause);
  }

  static SchemaGitOpsException failed(EmbeddedBinaries binaries, String cause) {
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "embedded PostgreSQL %s did not start: %s".formatted(binaries.serverVersion(), cause),
        "free space and memory, allow programs to run from the temporary directory, or use -Dschema.shadow.provider=container",
        null);
  }
}
