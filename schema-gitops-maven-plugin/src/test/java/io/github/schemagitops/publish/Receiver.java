package io.github.schemagitops.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.schemagitops.config.SecretUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A web server on this machine that notes what it is sent and answers as it is told to. */
final class Receiver implements AutoCloseable {

  /** Part of every address, so that tests can look for it where it must not be. */
  static final String SECRET = "s3cr3t-path";

  /** What came in. */
  record Received(
      String method,
      String path,
      String body,
      @Nullable String contentType,
      @Nullable String signature,
      @Nullable String authorization,
      @Nullable String agent) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new ArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private String retryAfter = "";
  private boolean silent;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  SecretUrl url() {
    return SecretUrl.of("the test", address("http", ""));
  }

  String address(String scheme, String login) {
    return "%s://%s127.0.0.1:%d/%s".formatted(scheme, login, server.getAddress().getPort(), SECRET);
  }

  /** What the next requests are answered with; 200 after these. */
  Receiver answering(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
    return this;
  }

  Receiver wantingPause(String seconds) {
    retryAfter = seconds;
    return this;
  }

  /** Takes requests and never answers. */
  Receiver silent() {
    silent = true;
    return this;
  }

  List<Received> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  Received only() {
    List<Received> all = received();
    if (all.size() != 1) {
      throw new AssertionError("one request was expected: " + all);
    }
    return all.get(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    int status;
    synchronized (received) {
      received.add(
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("X-Schema-Signature-256"),
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestHeaders().getFirst("User-Agent")));
      status = answers.isEmpty() ? 200 : answers.remove();
    }
    if (silent) {
      await();
    }
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
    }
    if (status >= 300 && status < 400) {
      exchange.getResponseHeaders().add("Location", address("http", "") + "/elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void await() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdown();
  }
}
