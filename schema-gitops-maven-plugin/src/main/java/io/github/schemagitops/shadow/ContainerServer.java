package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;

/**
 * A database server in a container. The container's first process only sleeps; the server is
 * started beside it, by the image's own entrypoint. So the data, which are in memory, survive a
 * stop of the server, and can be copied out and in.
 */
final class ContainerServer implements PostgresServer {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final String LOG = ContainerProduct.AUXILIARY + "/server.log";

  /** Not in memory: there it would count twice. */
  private static final String COPY_PARENT = "/var/tmp";

  private static final String COPY = COPY_PARENT + "/schema-gitops-state";

  /** {@code sh -c} gets the command as its arguments; it may need a directory and a log. */
  private static final String LAUNCHER =
      "mkdir -p %s && exec \"$@\" >>%s 2>&1".formatted(ContainerProduct.EMPTY, LOG);

  private final ContainerImage image;
  private final ContainerProduct product;
  private final ShadowLimits limits;
  private final GenericContainer<?> container;
  private final ContainerShell shell;
  private final Thread closer = new Thread(this::remove, "schema-gitops container closer");
  private Secret password = ShadowOwner.randomPassword();
  private String server = "";

  private ContainerServer(ContainerImage image, ContainerProduct product, ShadowLimits limits) {
    this.image = image;
    this.product = product;
    this.limits = limits;
    this.container = IdleContainer.of(image, product, limits);
    this.shell = new ContainerShell(container);
  }

  /**
   * Starts a container and the server in it.
   *
   * @param state what {@link #save} wrote with the same image; empty for a fresh server
   */
  static ContainerServer start(
      ContainerImage image,
      ContainerProduct product,
      ShadowLimits limits,
      Optional<Path> state,
      Progress progress) {
    progress.say("starting " + image.name());
    AbandonedContainers.remove(ContainerClient.get());
    ContainerServer started = new ContainerServer(image, product, limits);
    Runtime.getRuntime().addShutdownHook(started.closer);
    try {
      started.container.start();
      if (state.isPresent()) {
        started.restore(state.get());
      }
      started.launch();
      started.awaitAnswer();
      if (state.isPresent()) {
        started.changePassword();
      }
      return started;
    } catch (SchemaGitOpsException e) {
      started.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      started.close();
      throw started.notStarted(e);
    }
  }

  private void launch() {
    List<String> command = new ArrayList<>(List.of("sh", "-c", LAUNCHER, "sh"));
    command.addAll(image.startCommand());
    command.addAll(product.arguments(limits));
    server = shell.start(command, product.environment(password));
  }

  /** The entrypoints' own temporary servers listen on no TCP port. */
  private void awaitAnswer() {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!shell.running(server) || System.nanoTime() > deadline) {
        throw notStarted(new IllegalStateException(lastWords()));
      }
      ContainerShell.pause();
    }
  }

  private boolean answers() {
    try (Connection connection = Connections.open(administrator(product.maintenanceDatabase()))) {
      return connection.isValid(5);
    } catch (SchemaGitOpsException | SQLException e) {
      return false;
    }
  }

  /** The last line that tells of an error, else the last line. */
  private String lastWords() {
    List<String> lines =
        shell.run("tail", "-n", "60", LOG).lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.contains("ERROR") || line.contains("FATAL"))
        .reduce((first, last) -> last)
        .or(() -> lines.stream().reduce((first, last) -> last))
        .map(String::strip)
        .orElse("it said nothing");
  }

  private void changePassword() {
    Secret fresh = ShadowOwner.randomPassword();
    ConnectionSpec spec = administrator(product.maintenanceDatabase());
    try (Connection connection = Connections.open(spec)) {
      ShadowOwner.execute(connection, product.changePassword(fresh));
      password = fresh;
    } catch (SQLException e) {
      throw ShadowOwner.failed(spec, e);
    }
  }

  @Override
  public boolean save(Path file) throws IOException {
    product.stop(shell, administrator(product.maintenanceDatabase()));
    if (!shell.awaitEnd(server, STOP_LIMIT)) {
      throw new IOException("the server did not stop in %d s".formatted(STOP_LIMIT.toSeconds()));
    }
    shell.run("cp", "-a", product.memoryDisk(), COPY);
    // The server needs a while to come back; the copy is written in that time.
    launch();
    try (InputStream tar = shell.download(COPY)) {
      StateFile.write(file, password, tar::transferTo);
    }
    shell.run("rm", "-rf", COPY);
    awaitAnswer();
    return true;
  }

  private void restore(Path state) throws IOException {
    try (StateFile.Opened opened = StateFile.open(state)) {
      shell.upload(opened.archive(), COPY_PARENT);
      password = opened.administrator();
    }
    shell.run("sh", "-c", "cp -a %s/. %s && rm -rf %s".formatted(COPY, product.memoryDisk(), COPY));
  }

  @Override
  public ConnectionSpec administrator(String database) {
    String address = container.getHost() + ":" + container.getMappedPort(product.port());
    return product.administrator(address, database, password);
  }

  @Override
  public String description(String release) {
    return "%s %s in a container (%s)".formatted(product.database().title(), release, image.name());
  }

  @Override
  public Sandbox sandbox() {
    return Sandbox.CONTAINER;
  }

  @Override
  public void kill() {
    if (container.isRunning()) {
      container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(closer);
    } catch (IllegalStateException e) {
      return; // The machine is shutting down: the hook itself does the work.
    }
    remove();
  }

  private void remove() {
    container.close();
  }

  private SchemaGitOpsException notStarted(Exception e) {
    return ContainerClient.failed(
        "the container of image %s did not start".formatted(image.name()),
        e,
        "check the image with 'docker run', or use -Dschema.shadow.provider=embedded");
  }
}
