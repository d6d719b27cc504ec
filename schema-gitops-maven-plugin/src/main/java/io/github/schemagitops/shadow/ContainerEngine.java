package io.github.schemagitops.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a container engine answers, found out in milliseconds where there is none: the library's
 * own search takes long, logs, and remembers a failure. The places are those where the library
 * looks.
 */
final class ContainerEngine {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Path WINDOWS_PIPE = Path.of("//./pipe/docker_engine");

  /** The engine's own words in an error of its client: {@code Status 500: {"message":"…"}}. */
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private ContainerEngine() {}

  /** One line of cause for an error of the libraries that talk to the engine. */
  static String explain(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
    Matcher message = MESSAGE.matcher(text);
    String cause = message.find() ? message.group(1).replaceAll("\\\\(.)", "$1") : text;
    return cause.strip().lines().findFirst().orElse("");
  }

  /** True when an engine answers within two seconds. */
  static boolean answers() {
    Optional<String> configured = configuredHost();
    if (configured.isPresent()) {
      return answers(configured.get());
    }
    return sockets().stream().anyMatch(socket -> answers("unix://" + socket))
        || Files.exists(WINDOWS_PIPE);
  }

  private static Optional<String> configuredHost() {
    Optional<String> variable = Optional.ofNullable(System.getenv("DOCKER_HOST"));
    if (variable.isPresent()) {
      return variable.filter(host -> !host.isBlank());
    }
    Properties properties = new Properties();
    try (InputStream file = Files.newInputStream(home().resolve(".testcontainers.properties"))) {
      properties.load(file);
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        properties.getProperty("tc.host", properties.getProperty("docker.host")));
  }

  private static List<Path> sockets() {
    List<Path> places = new ArrayList<>();
    places.add(Path.of("/var/run/docker.sock"));
    Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
        .ifPresent(directory -> places.add(Path.of(directory, "docker.sock")));
    places.add(home().resolve(".docker/run/docker.sock"));
    places.add(home().resolve(".docker/desktop/docker.sock"));
    return places.stream().filter(Files::exists).toList();
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", ""));
  }

  /**
   * Asks one engine.
   *
   * @param host as in {@code DOCKER_HOST}
   */
  static boolean answers(String host) {
    try {
      URI uri = URI.create(host);
      String scheme = String.valueOf(uri.getScheme());
      return switch (scheme) {
        case "unix" -> ping(UnixDomainSocketAddress.of(uri.getPath()), true);
        case "tcp", "http", "https" ->
            ping(new InetSocketAddress(uri.getHost(), uri.getPort()), uri.getPort() != 2376);
        case "npipe" -> Files.exists(Path.of(uri.getPath()));
        default -> false;
      };
    } catch (IOException | RuntimeException e) {
      return false; // Whatever is wrong there, no container can be started.
    }
  }

  /**
   * @param plain false where the engine speaks TLS: then it is enough that it listens
   */
  private static boolean ping(SocketAddress address, boolean plain) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (SocketChannel channel =
            address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(address)) {
        await(channel, selector, SelectionKey.OP_CONNECT, deadline);
        channel.finishConnect();
      }
      if (!plain) {
        return true;
      }
      byte[] request =
          "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(request));
      await(channel, selector, SelectionKey.OP_READ, deadline);
      ByteBuffer answer = ByteBuffer.allocate(64);
      channel.read(answer);
      return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
          .contains(" 200 ");
    }
  }

  private static void await(SocketChannel channel, Selector selector, int operation, long deadline)
      throws IOException {
    channel.register(selector, operation);
    long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
    if (selector.select(left) == 0) {
      throw new IOException("no answer");
    }
    selector.selectedKeys().clear();
  }
}
