package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContainerEngineTest {

  @Test
  void answers_when_the_ping_is_answered() throws Exception {
    assertThat(pingOf("HTTP/1.1 200 OK\r\n\r\nOK")).isTrue();
  }

  @Test
  void does_not_answer_when_the_ping_is_refused() throws Exception {
    assertThat(pingOf("HTTP/1.1 403 Forbidden\r\n\r\n")).isFalse();
  }

  @Test
  void is_not_waited_for_when_it_hangs() throws IOException {
    Instant start = Instant.now();
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ContainerEngine.answers(address(silent))).isFalse();
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void does_not_answer_at_places_where_there_is_none() {
    assertThat(ContainerEngine.answers("unix:///nowhere/docker.sock")).isFalse();
    assertThat(ContainerEngine.answers("tcp://127.0.0.1:1")).isFalse();
    assertThat(ContainerEngine.answers("ssh://somewhere")).isFalse();
    assertThat(ContainerEngine.answers("not a URL")).isFalse();
  }

  @Test
  void is_quoted_in_its_own_words() {
    var error =
        new IllegalStateException("Status 500: {\"message\":\"Get \\\"x\\\": no such host\"}\n");

    assertThat(ContainerEngine.explain(new RuntimeException("pull", error)))
        .isEqualTo("Get \"x\": no such host");
    assertThat(ContainerEngine.explain(new RuntimeException("first\nsecond"))).isEqualTo("first");
    assertThat(ContainerEngine.explain(new IllegalStateException()))
        .isEqualTo("IllegalStateException");
  }

  private static boolean pingOf(String answer) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread engine =
          new Thread(
              () -> {
                try (Socket socket = server.accept()) {
                  socket.getInputStream().read();
                  socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      engine.start();
      boolean answers = ContainerEngine.answers(address(server));
      engine.join();
      return answers;
    }
  }

  private static String address(ServerSocket server) {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }
}
