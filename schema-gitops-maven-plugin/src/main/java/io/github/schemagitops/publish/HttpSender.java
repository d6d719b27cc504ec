package io.github.schemagitops.publish;

import io.github.schemagitops.config.SecretUrl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Posts texts to web servers. Addresses are secrets, so no word of trouble quotes one, nor what a
 * library says about one. Redirects are not followed: they would carry the text elsewhere.
 */
final class HttpSender {

  /** What a delivery may take. */
  record Limits(Duration connect, Duration total, int tries, Duration firstPause) {

    static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), 3, Duration.ofMillis(500));
  }

  private final Limits limits;
  private final String toolVersion;
  private final HttpClient client;

  HttpSender(Limits limits, String toolVersion) {
    this.limits = limits;
    this.toolVersion = toolVersion;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect());
    Optional.ofNullable(ProxySelector.getDefault()).ifPresent(builder::proxy);
    this.client = builder.build();
  }

  /**
   * Posts a text. A server that is overloaded or out of reach is asked again, as long as the time
   * allows.
   *
   * @param path added to the address; may be empty
   * @return what went wrong, for people; empty when the server took it
   */
  Optional<String> post(SecretUrl address, String path, String text, Map<String, String> headers) {
    HttpRequest request = request(address.reveal(), path, text, headers);
    long deadline = System.nanoTime() + limits.total().toNanos();
    Duration pause = limits.firstPause();
    for (int attempt = 1; ; attempt++) {
      Attempt result = attempt(request, deadline);
      if (result.trouble().isEmpty()) {
        return Optional.empty();
      }
      Duration wait = longer(pause, result);
      boolean timeLeft = System.nanoTime() + wait.toNanos() < deadline;
      if (!result.mayPass() || attempt == limits.tries() || !timeLeft || !sleep(wait)) {
        String tries = tries(attempt);
        return result.trouble().map(words -> words + tries);
      }
      pause = pause.multipliedBy(3);
    }
  }

  /**
   * What came of one try.
   *
   * @param trouble empty when it worked
   * @param mayPass true when another try may do better
   * @param retryAfter how long the server wants to be left alone
   */
  private record Attempt(Optional<String> trouble, boolean mayPass, Optional<Duration> retryAfter) {

    static Attempt failed(String trouble, boolean mayPass) {
      return new Attempt(Optional.of(trouble), mayPass, Optional.empty());
    }
  }

  private Attempt attempt(HttpRequest request, long deadline) {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, BodyHandlers.discarding());
    try {
      long left = Math.max(1, deadline - System.nanoTime());
      return judge(answer.get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Attempt.failed("no answer within %d s".formatted(limits.total().toSeconds()), false);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Attempt.failed(words(cause), cause instanceof IOException);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Attempt.failed("interrupted", false);
    }
  }

  private static Attempt judge(HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Attempt(Optional.empty(), false, Optional.empty());
    }
    return new Attempt(
        Optional.of("it answered %d".formatted(status)),
        status == 429 || status >= 500,
        response.headers().firstValue("Retry-After").flatMap(HttpSender::seconds));
  }

  private static String words(Throwable trouble) {
    if (trouble instanceof HttpTimeoutException || trouble instanceof ConnectException) {
      return "no connection";
    }
    return trouble instanceof SSLException
        ? "no trusted connection"
        : "the connection broke (%s)".formatted(trouble.getClass().getSimpleName());
  }

  private static Optional<Duration> seconds(String header) {
    return header.strip().matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())))
        : Optional.empty();
  }

  private static Duration longer(Duration pause, Attempt result) {
    return result.retryAfter().filter(wanted -> wanted.compareTo(pause) > 0).orElse(pause);
  }

  private static String tries(int count) {
    return count == 1 ? "" : " (%d tries)".formatted(count);
  }

  private static boolean sleep(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest request(URI address, String path, String text, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target(address, path))
            .header("User-Agent", "schema-gitops/" + toolVersion)
            .POST(BodyPublishers.ofString(text, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    Optional.ofNullable(address.getUserInfo())
        .map(login -> login.getBytes(StandardCharsets.UTF_8))
        .ifPresent(
            login ->
                request.header(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
    return request.build();
  }

  /** The client would refuse a login inside of the address. */
  private static URI target(URI address, String path) {
    String base =
        address.getScheme()
            + "://"
            + address.getRawAuthority().replaceFirst("^.*@", "")
            + Optional.ofNullable(address.getRawPath()).orElse("");
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(path.isEmpty() ? base + query : base.replaceFirst("/+$", "") + path + query);
  }
}
