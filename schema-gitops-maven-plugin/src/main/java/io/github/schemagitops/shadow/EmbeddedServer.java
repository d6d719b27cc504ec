package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** A PostgreSQL server that runs on this machine out of a temporary directory. */
final class EmbeddedServer implements PostgresServer {

  private final InstanceDirectory directory;
  private final EmbeddedPrograms programs;
  private final EmbeddedProcess process;
  private final Thread closer = new Thread(this::stopAndDelete, "schema-gitops shadow closer");
  private Secret password = ShadowOwner.randomPassword();
  private boolean killed;
  private boolean closed;

  private EmbeddedServer(InstanceDirectory directory, EmbeddedPrograms programs) {
    this.directory = directory;
    this.programs = programs;
    this.process = new EmbeddedProcess(programs, directory.path());
  }

  /**
   * Unpacks the programs where they are not yet, and starts a server.
   *
   * @param jar artifact of the binaries
   * @param state what {@link #save} wrote on a server of the same binaries; empty for a server
   *     without databases
   */
  static EmbeddedServer start(EmbeddedBinaries binaries, Path jar, Optional<Path> state) {
    try {
      InstanceDirectory directory = InstanceDirectory.create();
      try {
        Path cache = directory.cache();
        var programs =
            new EmbeddedPrograms(
                binaries,
                ServerHome.of(jar, binaries, cache),
                ServerUser.forServerIn(directory.path()));
        directory.removeAbandoned(left -> new EmbeddedProcess(programs, left).stop());
        EmbeddedServer server = new EmbeddedServer(directory, programs);
        server.start(cache, state);
        return server;
      } catch (IOException | RuntimeException e) {
        directory.delete();
        throw e;
      }
    } catch (IOException e) {
      throw EmbeddedPrograms.failed(binaries, e.toString());
    }
  }

  private void start(Path cache, Optional<Path> state) throws IOException {
    Runtime.getRuntime().addShutdownHook(closer);
    try {
      fillAndRun(cache, state);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private synchronized void fillAndRun(Path cache, Optional<Path> state) throws IOException {
    refuseWhenEnded();
    programs.user().own(directory.path());
    Secret kept =
        state.isPresent()
            ? ClusterArchive.unpack(
                state.get(), EmbeddedProcess.data(directory.path()), programs.user())
            : new ClusterTemplate(programs, cache).copyTo(directory.path());
    process.startOnFreePort();
    changePassword(kept);
  }

  /** The password in a file that stays must not open a server that migrations run on. */
  private void changePassword(Secret kept) throws IOException {
    try (var connection = Connections.open(process.administrator("postgres", kept));
        var statement = connection.createStatement()) {
      ShadowOwner.cheapPasswords(connection);
      statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(ADMINISTRATOR, password.reveal()));
    } catch (SQLException e) {
      throw new IOException("the administrator's password cannot be changed", e);
    }
  }

  @Override
  public synchronized ConnectionSpec administrator(String database) {
    return process.administrator(database, password);
  }

  @Override
  public String description(String release) {
    return "embedded PostgreSQL " + programs.binaries().serverVersion();
  }

  /** Of a stopped server: then the files are complete, those of unlogged tables included. */
  @Override
  public synchronized boolean save(Path file) throws IOException {
    refuseWhenEnded();
    process.stopCleanly();
    Secret kept = password;
    try {
      ClusterArchive.pack(EmbeddedProcess.data(directory.path()), kept, file);
    } finally {
      process.startAgain();
      password = ShadowOwner.randomPassword();
      changePassword(kept);
    }
    return true;
  }

  private void refuseWhenEnded() throws IOException {
    if (killed || closed) {
      throw new IOException("the server was ended meanwhile");
    }
  }

  @Override
  public synchronized void kill() {
    killed = true;
    process.stop();
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
    process.stop();
    try {
      directory.delete();
    } catch (IOException e) {
      return; // The server is gone, and the next build removes what is left of its files.
    }
  }
}
