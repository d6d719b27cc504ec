package io.github.schemagitops.shadow;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Containers of builds that were killed. The library's own reaper removes them too, but many build
 * machines switch it off because it wants the engine's socket.
 */
final class AbandonedContainers {

  /** Every container of ours has it; its value names the process that uses the container. */
  static final String LABEL = "io.github.schemagitops.shadow";

  private AbandonedContainers() {}

  /** The label's value for this process: machine, process id and start of the process. */
  static String thisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return "%s/%d/%d".formatted(machine(), self.pid(), startOf(self));
  }

  /** Removes those of this machine whose process is gone. */
  static void remove(DockerClient client) {
    List<Container> ours =
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec();
    ours.stream()
        .filter(c -> abandoned(Optional.ofNullable(c.getLabels()).orElse(Map.of())))
        .forEach(c -> remove(client, c.getId()));
  }

  private static void remove(DockerClient client, String id) {
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (DockerException e) {
      return; // Another build is removing it.
    }
  }

  private static boolean abandoned(Map<String, String> labels) {
    return gone(labels.getOrDefault(LABEL, ""));
  }

  /** True when a label's process was one of this machine and does not run any more. */
  static boolean gone(String process) {
    String[] parts = process.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(machine()) || !parts[1].matches("\\d{1,18}")) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(parts[1]))
        .map(AbandonedContainers::startOf)
        // Without a known start it may be the same one.
        .filter(start -> start == 0 || String.valueOf(start).equals(parts[2]))
        .isEmpty();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /**
   * The same for processes that see each other, and never for two machines or containers that share
   * an engine: process ids mean nothing across these.
   */
  private static String machine() {
    String identity =
        String.join(
            "\n",
            hostName(),
            text(Path.of("/proc/sys/kernel/random/boot_id")),
            link(Path.of("/proc/self/ns/pid")),
            // Who may not see a process takes it for gone.
            System.getProperty("user.name", ""));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has it", e);
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "";
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return ""; // Not Linux.
    }
  }

  private static String link(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return ""; // Not Linux.
    }
  }
}
