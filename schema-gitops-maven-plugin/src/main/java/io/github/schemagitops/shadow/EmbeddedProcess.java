package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts and stops the server of one directory. {@code pg_ctl} does the work, because it can give
 * up an administrator's rights on Windows; it is not asked to wait, because it looks only ten times
 * a second.
 */
final class EmbeddedProcess {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration PG_CTL_LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(2);
  private static final int START_ATTEMPTS = 3;

  /** Line of {@code postmaster.pid} that tells how far the server is. */
  private static final int STATUS_LINE = 7;

  private final EmbeddedPrograms programs;
  private final Path instance;
  private int port;

  /**
   * @param instance directory with the directory {@code data}
   */
  EmbeddedProcess(EmbeddedPrograms programs, Path instance) {
    this.programs = programs;
    this.instance = instance;
  }

  /** Where a server keeps its data. */
  static Path data(Path instance) {
    return instance.resolve("data");
  }

  /** The administrator's login to one database of the server. */
  ConnectionSpec administrator(String database, Secret password) {
    return new ConnectionSpec(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
        Optional.of(PostgresServer.ADMINISTRATOR),
        Optional.of(password),
        Map.of());
  }

  /** Starts it on a port that nobody uses, with our settings. */
  void startOnFreePort() throws IOException {
    for (int attempt = 1; ; attempt++) {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      try (ServerSocket probe = new ServerSocket(0, 1, loopback)) {
        port = probe.getLocalPort();
      }
      boolean windows = programs.binaries().platform().windows();
      configure("postgresql.conf", PostgresSettings.asFile(port, windows));
      configure("pg_hba.conf", PostgresSettings.LOGINS);
      configure("pg_ident.conf", "");
      if (startsUp()) {
        return;
      }
      // Another program may have taken the port between looking and starting.
      if (attempt == START_ATTEMPTS || !said().contains("Address already in use")) {
        throw programs.failed(lastWords());
      }
    }
  }

  /** Starts it on the same port, as it was. */
  void startAgain() throws IOException {
    if (!startsUp()) {
      throw programs.failed(lastWords());
    }
  }

  private void configure(String name, String text) throws IOException {
    Path file = data(instance).resolve(name);
    Files.writeString(file, text);
    programs.user().own(file);
  }

  private boolean startsUp() throws IOException {
    Files.deleteIfExists(log());
    if (!control("start", "--no-wait", "--log=" + log())) {
      return false;
    }
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      List<String> pidFile = pidFile();
      if (pidFile.size() > STATUS_LINE && pidFile.get(STATUS_LINE).strip().equals("ready")) {
        return true;
      }
      if (said().contains("FATAL")) {
        return false;
      }
      pause();
    }
    return false;
  }

  /** Ends all sessions and completes the files. */
  void stopCleanly() throws IOException {
    if (!control("stop", "--no-wait", "--mode=fast") || !ends()) {
      throw programs.failed("it did not stop: " + lastWords());
    }
  }

  /** Ends it at once, where it runs: nobody needs the data. */
  void stop() {
    if (!Files.exists(data(instance).resolve("postmaster.pid"))) {
      return;
    }
    try {
      if (control("stop", "--no-wait", "--mode=immediate")) {
        ends();
      }
    } catch (IOException e) {
      return; // Its programs are gone, so it is too.
    }
  }

  private boolean ends() {
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (Files.exists(data(instance).resolve("postmaster.pid"))) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  private boolean control(String action, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(action, "--pgdata=" + data(instance)));
    command.addAll(List.of(arguments));
    return programs.run("pg_ctl", command, instance.resolve("pg_ctl.log"), PG_CTL_LIMIT);
  }

  private List<String> pidFile() {
    try {
      return Files.readAllLines(data(instance).resolve("postmaster.pid"));
    } catch (IOException e) {
      return List.of(); // Not there yet, or being written (Windows).
    }
  }

  private String lastWords() {
    return ServerProgram.lastWords(said().isBlank() ? instance.resolve("pg_ctl.log") : log());
  }

  private String said() {
    try {
      return Files.readString(log(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private Path log() {
    return instance.resolve("server.log");
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      // Whoever interrupts wants an end, and gets it after this start or stop.
      Thread.currentThread().interrupt();
    }
  }
}
