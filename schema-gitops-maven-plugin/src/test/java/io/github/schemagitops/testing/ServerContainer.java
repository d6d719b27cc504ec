package io.github.schemagitops.testing;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A database server in a container that is stopped when the JVM ends. When the server ends in good
 * order, it is started again in the same container, with its data and on the same port.
 */
public final class ServerContainer {

  private static final String AGAIN_AND_AGAIN = "while docker-entrypoint.sh \"$@\"; do :; done";
  private static final int TRIES = 240;

  private final GenericContainer<?> container;
  private final int port;

  private ServerContainer(GenericContainer<?> container, int port) {
    this.container = container;
    this.port = port;
  }

  /**
   * Starts a server; {@link #awaitLogin} tells when it can be used.
   *
   * @param data directory of its data, which is kept in memory
   */
  @SuppressWarnings("resource") // stopped when the JVM ends
  public static ServerContainer start(
      String image, int port, String data, Map<String, String> environment, String... command) {
    Databases.requireImage(image);
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withEnv(environment)
            .withExposedPorts(port)
            .withTmpFs(Map.of(data, "rw"))
            .withCreateContainerCmdModifier(
                create -> create.withEntrypoint("bash", "-c", AGAIN_AND_AGAIN, "server"))
            .withCommand(command);
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    return new ServerContainer(container, port);
  }

  public String address() {
    return container.getHost() + ":" + container.getMappedPort(port);
  }

  /** Runs a shell script inside, and fails when it does. Returns what it printed. */
  public String run(String script) {
    try {
      ExecResult result = container.execInContainer("bash", "-o", "pipefail", "-c", script);
      if (result.getExitCode() != 0) {
        throw new AssertionError(script + "\n" + result.getStdout() + result.getStderr());
      }
      return result.getStdout();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A server that sets up its data directory refuses logins, but its port is open early. */
  public static void awaitLogin(ConnectionSpec login) {
    for (int tries = 1; ; tries++) {
      try {
        Connections.open(login).close();
        return;
      } catch (SchemaGitOpsException | SQLException e) {
        if (tries == TRIES) {
          throw new AssertionError(e);
        }
        pause();
      }
    }
  }

  /** Waits until a server that shuts down has ended a session: it takes no more logins then. */
  public static void awaitEnd(Connection witness) throws SQLException {
    for (int tries = 1; witness.isValid(1); tries++) {
      if (tries == TRIES) {
        throw new AssertionError("the server does not end");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
