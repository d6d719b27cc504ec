package io.github.schemagitops.shadow;

import com.github.dockerjava.api.DockerClient;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;

/** The library's connection to the container engine. */
final class ContainerClient {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(60);

  private ContainerClient() {}

  /**
   * The library's client. It starts a container of its own that cleans up after killed builds, and
   * tries for many minutes when the image of that cannot be had.
   */
  static DockerClient get() {
    FutureTask<DockerClient> connecting =
        new FutureTask<>(() -> DockerClientFactory.instance().client());
    Thread thread = new Thread(connecting, "schema-gitops container engine");
    thread.setDaemon(true);
    thread.start();
    try {
      return connecting.get(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "Testcontainers is not ready after %d s; mostly its image testcontainers/ryuk cannot be pulled"
              .formatted(CONNECT_LIMIT.toSeconds()),
          "pull that image, set the environment variable TESTCONTAINERS_RYUK_DISABLED=true, or use -Dschema.shadow.provider=embedded",
          e);
    } catch (ExecutionException e) {
      throw failed(
          "the container engine cannot be used",
          e,
          "check 'docker info' and the settings of Testcontainers, or use -Dschema.shadow.provider=embedded");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("connecting to the container engine was interrupted", e, "run it again");
    }
  }

  static SchemaGitOpsException failed(String what, Exception e, String remedy) {
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE, what + ": " + ContainerEngine.explain(e), remedy, e);
  }
}
