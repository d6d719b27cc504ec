package io.github.schemagitops.shadow;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** A PostgreSQL server in a container of an image that behaves like the official one. */
final class ContainerServer implements PostgresServer {

  private static final int PORT = 5432;
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(60);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final long SHARED_MEMORY = 256L * 1024 * 1024;
  private static final String MEMORY_DISK = "/var/lib/schema-gitops";

  /** The start-up scripts of the image run a server of their own first. */
  private static final String READY = ".*database system is ready to accept connections.*\\s";

  private final String image;
  private final Secret password;
  private final GenericContainer<?> container;

  private ContainerServer(String image, Secret password, GenericContainer<?> container) {
    this.image = image;
    this.password = password;
    this.container = container;
  }

  /**
   * Starts a container.
   *
   * @param image as on the command line of {@code docker run}
   */
  static ContainerServer start(String image, Progress progress) {
    DockerImageName name = parse(image);
    pullUnlessThere(name, progress);
    progress.say("starting " + image);
    Secret password = ShadowOwner.randomPassword();
    GenericContainer<?> container = container(name, password);
    try {
      container.start();
    } catch (RuntimeException e) {
      container.close();
      throw failed(
          "the container of image %s did not start".formatted(image),
          e,
          "check the image with 'docker run', or use -Dschema.shadow.provider=embedded");
    }
    return new ContainerServer(image, password, container);
  }

  @SuppressWarnings("resource") // The setters return the container itself.
  private static GenericContainer<?> container(DockerImageName name, Secret password) {
    List<String> command = new ArrayList<>(List.of("postgres"));
    command.addAll(PostgresSettings.asArguments());
    return new GenericContainer<>(name)
        .withEnv("POSTGRES_USER", ADMINISTRATOR)
        .withEnv("POSTGRES_PASSWORD", password.reveal())
        .withEnv("POSTGRES_DB", PostgresShadow.DATABASE)
        .withEnv("POSTGRES_INITDB_ARGS", "--no-sync")
        .withEnv("PGDATA", MEMORY_DISK + "/data")
        .withTmpFs(Map.of(MEMORY_DISK, "rw"))
        .withSharedMemorySize(SHARED_MEMORY)
        .withExposedPorts(PORT)
        .withCommand(command.toArray(String[]::new))
        .waitingFor(Wait.forLogMessage(READY, 2).withStartupTimeout(START_LIMIT));
  }

  private static DockerImageName parse(String image) {
    try {
      DockerImageName name = DockerImageName.parse(image);
      name.assertValid();
      return name;
    } catch (IllegalArgumentException e) {
      throw SchemaGitOpsException.badInput(
          "'%s' is not the name of a container image".formatted(image),
          "write schema.shadow.image as for 'docker run', for instance postgres:17");
    }
  }

  /** Here and not by the library, which for two minutes repeats what cannot succeed. */
  private static void pullUnlessThere(DockerImageName image, Progress progress) {
    DockerClient client = client();
    DockerImageName actual = ImageNameSubstitutor.instance().apply(image);
    String name = actual.asCanonicalNameString();
    try {
      client.inspectImageCmd(name).exec();
    } catch (NotFoundException e) {
      progress.say("pulling " + name);
      pull(client, name);
    }
  }

  /**
   * The library's client. It starts a container of its own that cleans up after killed builds, and
   * tries for many minutes when the image of that cannot be had.
   */
  private static DockerClient client() {
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

  private static void pull(DockerClient client, String name) {
    try {
      client.pullImageCmd(name).start().awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("pulling image " + name + " was interrupted", e, "run it again");
    } catch (RuntimeException e) {
      throw failed(
          "image %s is not here and cannot be pulled".formatted(name),
          e,
          "check its name and the network ('docker pull %s'), or use -Dschema.shadow.provider=embedded"
              .formatted(name));
    }
  }

  @Override
  public ConnectionSpec administrator(String database) {
    return new ConnectionSpec(
        "jdbc:postgresql://%s:%d/%s"
            .formatted(container.getHost(), container.getMappedPort(PORT), database),
        Optional.of(ADMINISTRATOR),
        Optional.of(password),
        Map.of());
  }

  @Override
  public String description(int major) {
    return "PostgreSQL %d in a container (%s)".formatted(major, image);
  }

  @Override
  public void close() {
    container.close();
  }

  private static SchemaGitOpsException failed(String what, Exception e, String remedy) {
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE, what + ": " + ContainerEngine.explain(e), remedy, e);
  }
}
