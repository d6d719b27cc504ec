package io.github.schemagitops.shadow;

import com.github.dockerjava.api.DockerClient;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;

/** Commands and files inside a running container. */
final class ContainerShell {

  private static final Duration POLL = Duration.ofMillis(50);

  private final GenericContainer<?> container;

  ContainerShell(GenericContainer<?> container) {
    this.container = container;
  }

  /**
   * Runs a command to its end.
   *
   * @return what it wrote
   * @throws SchemaGitOpsException when it fails
   */
  String run(String... command) {
    try {
      Container.ExecResult result = container.execInContainer(command);
      if (result.getExitCode() != 0) {
        throw broken(String.join(" ", command) + ": " + result.getStderr().strip());
      }
      return result.getStdout();
    } catch (IOException e) {
      throw broken(ContainerEngine.explain(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw broken("interrupted");
    }
  }

  /**
   * Starts a command in the background. What it needs to know comes in its environment, which the
   * engine does not show to others as it shows arguments.
   *
   * @return id for {@link #running}
   */
  String start(List<String> command, Map<String, String> environment) {
    DockerClient client = container.getDockerClient();
    String id =
        client
            .execCreateCmd(container.getContainerId())
            .withCmd(command.toArray(String[]::new))
            .withEnv(
                environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList())
            .exec()
            .getId();
    try (var started =
        client
            .execStartCmd(id)
            .withDetach(true)
            .exec(new com.github.dockerjava.api.async.ResultCallback.Adapter<>())) {
      started.awaitCompletion();
    } catch (IOException e) {
      throw broken(ContainerEngine.explain(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw broken("interrupted");
    }
    return id;
  }

  /** Whether a command started in the background still runs. */
  boolean running(String id) {
    return Boolean.TRUE.equals(container.getDockerClient().inspectExecCmd(id).exec().isRunning());
  }

  /** Waits for the end of a command; false when it has not ended in time. */
  boolean awaitEnd(String id, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (running(id)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  /** A short sleep between two looks. */
  static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw broken("interrupted");
    }
  }

  /** A directory as tar stream; its entries begin with the directory's own name. */
  InputStream download(String directory) {
    return container
        .getDockerClient()
        .copyArchiveFromContainerCmd(container.getContainerId(), directory)
        .exec();
  }

  /** Unpacks a tar stream, compressed or not, below a directory. */
  void upload(InputStream tar, String directory) {
    container
        .getDockerClient()
        .copyArchiveToContainerCmd(container.getContainerId())
        .withTarInputStream(tar)
        .withRemotePath(directory)
        .exec();
  }

  private static SchemaGitOpsException broken(String cause) {
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "the shadow database's container cannot be worked with: " + cause,
        "run it again; if it stays so, use -Dschema.shadow.provider=embedded",
        null);
  }
}
