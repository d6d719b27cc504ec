package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server that runs on this machine out of a temporary directory. */
final class EmbeddedServer implements PostgresServer {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final int START_ATTEMPTS = 3;

  /** From this version on, text sorts and folds the same on every platform (builtin C.UTF-8). */
  private static final int BUILTIN_LOCALE = 17;

  private final EmbeddedBinaries binaries;
  private final Path home;
  private final InstanceDirectory directory;
  private final ServerUser user;
  private final Secret password = ShadowOwner.randomPassword();
  private final Thread closer = new Thread(this::stopAndDelete, "schema-gitops shadow closer");
  private int port;
  private boolean closed;

  private EmbeddedServer(
      EmbeddedBinaries binaries, Path home, InstanceDirectory directory, ServerUser user) {
    this.binaries = binaries;
    this.home = home;
    this.directory = directory;
    this.user = user;
  }

  /**
   * Unpacks the programs where they are not yet, and starts a server with an empty data directory.
   *
   * @param jar artifact of the binaries
   */
  static EmbeddedServer start(EmbeddedBinaries binaries, Path jar) {
    try {
      InstanceDirectory directory = InstanceDirectory.create();
      try {
        Path home = ServerHome.of(jar, binaries, TemporaryFiles.cacheBeside(directory.path()));
        ServerUser user = ServerUser.forServerIn(directory.path());
        EmbeddedServer server = new EmbeddedServer(binaries, home, directory, user);
        directory.removeAbandoned(server::stopServerIn);
        server.start();
        return server;
      } catch (IOException | RuntimeException e) {
        directory.delete();
        throw e;
      }
    } catch (IOException e) {
      throw failed(binaries, e.toString());
    }
  }

  private void start() throws IOException {
    initialise();
    Runtime.getRuntime().addShutdownHook(closer);
    try {
      for (int attempt = 1; !startOnFreePort(); attempt++) {
        // Another program may have taken the port between looking and starting.
        if (attempt == START_ATTEMPTS
            || !Files.readString(log()).contains("Address already in use")) {
          throw failed(binaries, ServerProgram.lastWords(log()));
        }
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void initialise() throws IOException {
    Path passwordFile = directory.path().resolve("password");
    Files.writeString(passwordFile, password.reveal() + "\n");
    user.own(passwordFile);
    user.own(directory.path());
    List<String> command =
        new ArrayList<>(
            List.of(
                program("initdb"),
                "--pgdata=" + data(directory.path()),
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
    if (binaries.major() >= BUILTIN_LOCALE) {
      command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    }
    Path output = directory.path().resolve("initdb.log");
    if (!run(command, output, START_LIMIT)) {
      throw failed(binaries, ServerProgram.lastWords(output));
    }
    Files.delete(passwordFile);
  }

  private boolean startOnFreePort() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket probe = new ServerSocket(0, 1, loopback)) {
      port = probe.getLocalPort();
    }
    Files.writeString(
        data(directory.path()).resolve("postgresql.conf"),
        PostgresSettings.asFile(port),
        StandardOpenOption.APPEND);
    return run(
        List.of(
            program("pg_ctl"),
            "start",
            "--wait",
            "--timeout=" + START_LIMIT.toSeconds(),
            "--pgdata=" + data(directory.path()),
            "--log=" + log()),
        directory.path().resolve("pg_ctl.log"),
        START_LIMIT.plusSeconds(5));
  }

  @Override
  public ConnectionSpec administrator(String database) {
    return new ConnectionSpec(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
        Optional.of(ADMINISTRATOR),
        Optional.of(password),
        Map.of());
  }

  @Override
  public String description(String release) {
    return "embedded PostgreSQL " + binaries.serverVersion();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(closer);
    } catch (IllegalStateException e) {
      return; // The machine is shutting down: the hook itself does the work.
    }
    stopAndDelete();
  }

  private synchronized void stopAndDelete() {
    if (closed) {
      return;
    }
    closed = true;
    stopServerIn(directory.path());
    try {
      directory.delete();
    } catch (IOException e) {
      return; // The server is gone, and the next build removes what is left of its files.
    }
  }

  /** Without a shutdown checkpoint: nobody needs the data. */
  private void stopServerIn(Path instance) {
    if (!Files.exists(data(instance).resolve("postmaster.pid"))) {
      return;
    }
    new ServerProgram(
            user.running(
                List.of(
                    program("pg_ctl"),
                    "stop",
                    "--wait",
                    "--mode=immediate",
                    "--pgdata=" + data(instance))),
            instance.resolve("pg_ctl.log"),
            STOP_LIMIT)
        .succeeds();
  }

  private boolean run(List<String> command, Path output, Duration limit) throws IOException {
    return new ServerProgram(user.running(command), output, limit).run();
  }

  private String program(String name) {
    return home.resolve("bin").resolve(binaries.platform().program(name)).toString();
  }

  private static Path data(Path instance) {
    return instance.resolve("data");
  }

  private Path log() {
    return directory.path().resolve("server.log");
  }

  private static SchemaGitOpsException failed(EmbeddedBinaries binaries, String cause) {
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "embedded PostgreSQL %s did not start: %s".formatted(binaries.serverVersion(), cause),
        "free space and memory, allow programs to run from the temporary directory, or use -Dschema.shadow.provider=container",
        null);
  }
}
