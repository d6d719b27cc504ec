package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A MariaDB server that runs on this machine out of a temporary directory. */
final class MariaDbServer implements ThrowawayServer {

  private static final String PREFIX = "schema-gitops-mariadb-";
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(25);
  private static final int START_ATTEMPTS = 3;

  private final MariaDbPrograms programs;
  private final InstanceDirectory directory;
  private final ServerUser user;
  private final Thread closer = new Thread(this::stopAndDelete, "schema-gitops MariaDB closer");
  private Secret password = ShadowOwner.randomPassword();
  private Optional<Process> process = Optional.empty();
  private int port;
  private boolean closed;

  private MariaDbServer(MariaDbPrograms programs, InstanceDirectory directory, ServerUser user) {
    this.programs = programs;
    this.directory = directory;
    this.user = user;
  }

  /**
   * Unpacks the program where it is not yet, and starts a server.
   *
   * @param jar artifact of the binaries
   * @param state what {@link #save} wrote; empty for a server without databases
   */
  static MariaDbServer start(
      MariaDbBinaries binaries, Path jar, ShadowLimits limits, Optional<Path> state) {
    try {
      InstanceDirectory directory = InstanceDirectory.create(PREFIX);
      try {
        directory.removeAbandoned(MariaDbPrograms::killIn);
        Path home = binaries.unpack(jar, directory.cache());
        ServerUser user = ServerUser.forServerIn(directory.path());
        MariaDbPrograms programs =
            new MariaDbPrograms(binaries, home, directory.path(), user, limits);
        MariaDbServer server = new MariaDbServer(programs, directory, user);
        server.start(state);
        return server;
      } catch (IOException | RuntimeException e) {
        directory.delete();
        throw e;
      }
    } catch (IOException e) {
      throw failed(e.toString());
    }
  }

  private void start(Optional<Path> state) throws IOException {
    programs.createDirectories();
    if (state.isPresent()) {
      try (StateFile.Opened opened = StateFile.open(state.get())) {
        DataArchive.read(opened.archive(), programs.data(), user);
        password = opened.administrator();
      }
    } else if (!programs.initialise(password, START_LIMIT)) {
      throw failed(programs.lastWords());
    }
    Runtime.getRuntime().addShutdownHook(closer);
    try {
      for (int attempt = 1; !answersOn(freePort()); attempt++) {
        // Another program may have taken the port between looking and starting.
        if (attempt == START_ATTEMPTS || !programs.portWasTaken()) {
          throw failed(programs.lastWords());
        }
      }
      if (state.isPresent()) {
        changePassword();
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return probe.getLocalPort();
    }
  }

  private boolean answersOn(int wanted) throws IOException {
    port = wanted;
    Process started = programs.start(port);
    process = Optional.of(started);
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (started.isAlive() && System.nanoTime() < deadline) {
      try (Connection connection = Connections.open(administrator("mysql"))) {
        return connection.isValid(5);
      } catch (SchemaGitOpsException | SQLException e) {
        await(started, POLL);
      }
    }
    started.destroyForcibly();
    return false;
  }

  private static boolean await(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted");
    }
  }

  private void changePassword() {
    Secret fresh = ShadowOwner.randomPassword();
    ConnectionSpec spec = administrator("mysql");
    try (Connection connection = Connections.open(spec)) {
      ShadowOwner.execute(connection, MySqlShadow.changePassword(fresh));
      password = fresh;
    } catch (SQLException e) {
      throw ShadowOwner.failed(spec, e);
    }
  }

  @Override
  public ConnectionSpec administrator(String database) {
    return MySqlShadow.login("127.0.0.1:" + port, database, MySqlShadow.ADMINISTRATOR, password);
  }

  @Override
  public String description(String release) {
    return "embedded %s %s".formatted(Database.MARIADB.title(), MariaDbBinaries.VERSION);
  }

  @Override
  public boolean save(Path file) throws IOException {
    MySqlShadow.shutDown(administrator("mysql"));
    if (process.isPresent() && !await(process.get(), STOP_LIMIT)) {
      throw new IOException("the server did not stop in %d s".formatted(STOP_LIMIT.toSeconds()));
    }
    StateFile.write(file, password, tar -> DataArchive.write(programs.data(), tar));
    if (!answersOn(port)) {
      throw failed(programs.lastWords());
    }
    return true;
  }

  @Override
  public void kill() {
    MariaDbPrograms.killIn(directory.path());
    process.ifPresent(p -> p.destroyForcibly());
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
    // Nobody needs the data, so it need not end by itself.
    kill();
    process.ifPresent(p -> await(p, STOP_LIMIT));
    try {
      directory.delete();
    } catch (IOException e) {
      return; // The server is gone, and the next build removes what is left of its files.
    }
  }

  private static SchemaGitOpsException failed(String cause) {
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "embedded MariaDB %s did not start: %s".formatted(MariaDbBinaries.VERSION, cause),
        "free space and memory, allow programs to run from the temporary directory, or use -Dschema.shadow.provider=container",
        null);
  }
}
