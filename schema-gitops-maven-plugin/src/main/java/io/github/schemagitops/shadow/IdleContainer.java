package io.github.schemagitops.shadow;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.github.schemagitops.config.ShadowLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A container in which nothing runs yet, and that can do little harm whatever runs in it. */
final class IdleContainer {

  /**
   * What the official entrypoints need to give the data to the server's user and to become that
   * user, and what ends that user's processes; found by leaving each of them out.
   */
  private static final Capability[] CAPABILITIES = {
    Capability.CHOWN,
    Capability.DAC_OVERRIDE,
    Capability.FOWNER,
    Capability.KILL,
    Capability.SETGID,
    Capability.SETUID
  };

  /** How much longer than the time limit a container lives that nobody removed. */
  private static final Duration GRACE = Duration.ofHours(1);

  private IdleContainer() {}

  @SuppressWarnings("resource") // The setters return the container itself.
  static GenericContainer<?> of(
      ContainerImage image, ContainerProduct product, ShadowLimits limits) {
    return new GenericContainer<>(image.reference())
        .withLabel(AbandonedContainers.LABEL, AbandonedContainers.thisProcess())
        .withExposedPorts(product.port())
        .withTmpFs(
            Map.of(
                // All of these count as memory of the container.
                product.memoryDisk(),
                "rw,size=" + limits.memoryBytes() / 2,
                ContainerProduct.AUXILIARY,
                "rw,size=16m",
                "/tmp",
                "rw,size=" + Math.min(limits.tempFileBytes(), limits.memoryBytes() / 4)))
        .withCreateContainerCmdModifier(
            command -> {
              command.withEntrypoint("sh", "-c", sleep(limits)).withCmd();
              harden(command, Objects.requireNonNull(command.getHostConfig()), product, limits);
            })
        .waitingFor(new NoWait());
  }

  private static String sleep(ShadowLimits limits) {
    long seconds = limits.time().multipliedBy(2).plus(GRACE).toSeconds();
    return "trap 'exit 0' TERM INT; sleep %d & wait".formatted(seconds);
  }

  private static void harden(
      CreateContainerCmd command, HostConfig host, ContainerProduct product, ShadowLimits limits) {
    host.withMemory(limits.memoryBytes())
        .withMemorySwap(limits.memoryBytes())
        .withPidsLimit(limits.processes())
        .withShmSize(limits.memoryBytes() / 4)
        .withCapDrop(Capability.ALL)
        .withCapAdd(CAPABILITIES)
        .withSecurityOpts(List.of("no-new-privileges"));
    if (engineIsHere()) {
      // Otherwise the whole network reaches the server.
      host.withPortBindings(
          new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(product.port())));
    }
    command.withHostConfig(host);
  }

  private static boolean engineIsHere() {
    String host = DockerClientFactory.instance().dockerHostIpAddress();
    return host.equals("localhost") || host.equals("127.0.0.1");
  }

  /** The server is started later, and is waited for then. */
  private static final class NoWait extends AbstractWaitStrategy {

    @Override
    protected void waitUntilReady() {
      // Nothing to wait for.
    }
  }
}
