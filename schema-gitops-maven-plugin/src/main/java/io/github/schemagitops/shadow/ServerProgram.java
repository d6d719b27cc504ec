package io.github.schemagitops.shadow;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program.
 *
 * @param command program and arguments
 * @param output absolute path of the file that gets what the program writes; a file and no pipe,
 *     because a server started in the background keeps its output open
 * @param limit how long it may run
 */
record ServerProgram(List<String> command, Path output, Duration limit) {

  /** What a program needs from the environment; the rest may hold the build's secrets. */
  private static final Set<String> PASSED_ON =
      Set.of("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "TZDIR");

  ServerProgram {
    command = List.copyOf(command);
  }

  /** Runs it; false when it fails, or is not there at all. */
  boolean succeeds() {
    try {
      return run();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Runs it without input.
   *
   * @return whether it exited with 0 in time
   * @throws IOException when it cannot be started
   */
  boolean run() throws IOException {
    Process process = builder().start();
    process.getOutputStream().close();
    return succeeds(process);
  }

  /** Like {@link #run()} for a program that reads a file. */
  boolean run(Path input) throws IOException {
    return succeeds(builder().redirectInput(input.toFile()).start());
  }

  /** Starts it and does not wait for its end. */
  Process start() throws IOException {
    Process process = builder().start();
    process.getOutputStream().close();
    return process;
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> !PASSED_ON.contains(name.toUpperCase(Locale.ROOT)));
    // English messages, whatever the user's language: some of them are looked for.
    builder.environment().put("LC_ALL", "C");
    // The working directory of the build may be closed to the user the program runs as.
    builder.directory(output.resolveSibling("").toFile());
    builder.redirectErrorStream(true);
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
  }

  private boolean succeeds(Process process) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw SchemaGitOpsException.error(
          ExitCode.INTERNAL_ERROR,
          "interrupted while running " + command.get(0),
          "run it again",
          e);
    }
  }

  /** The last line in a file that says something, as the cause of a failure. */
  static String lastWords(Path file) {
    try {
      List<String> lines =
          Files.readString(file, StandardCharsets.ISO_8859_1)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1).strip();
    } catch (IOException e) {
      return "it said nothing";
    }
  }
}
