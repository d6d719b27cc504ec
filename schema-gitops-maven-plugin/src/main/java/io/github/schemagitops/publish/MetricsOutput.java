package io.github.schemagitops.publish;

import io.github.schemagitops.config.PublishConfig;
import io.github.schemagitops.config.SecretUrl;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.report.AtomicFile;
import io.github.schemagitops.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts metrics where Prometheus finds them: into a file, or to a Pushgateway. */
final class MetricsOutput {

  private static final Pattern LAST_SUCCESS =
      Pattern.compile("(?m)^" + Metrics.LAST_SUCCESS + "\\{[^\\n]*\\} (\\d{1,18})$");

  /** What may stand in a path as it is. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");

  private final PublishConfig config;
  private final HttpSender sender;

  MetricsOutput(PublishConfig config, HttpSender sender) {
    this.config = config;
    this.sender = sender;
  }

  Told publish(Report report, Instant now) {
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    config.metricsFile().flatMap(file -> write(file, report, now)).ifPresent(findings::add);
    config
        .pushgateway()
        .ifPresent(
            gateway ->
                push(gateway, report, now)
                    .ifPresentOrElse(findings::add, () -> notes.add("metrics pushed")));
    return new Told(findings, notes);
  }

  private Optional<Finding> write(Path file, Report report, Instant now) {
    String text = Metrics.of(report, config.project(), now, lastSuccess(file));
    try {
      AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          notPublished(
              "the metrics cannot be written to %s: %s"
                  .formatted(file, e.getClass().getSimpleName()),
              "let the check write there, or set schema.metrics.file to another place"));
    }
  }

  /**
   * What the file said before, so that a check that fails does not make the last good one vanish.
   */
  private static OptionalLong lastSuccess(Path file) {
    try {
      Matcher line = LAST_SUCCESS.matcher(Files.readString(file, StandardCharsets.UTF_8));
      return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Posts, and does not put: a gateway then keeps the metrics that are not in the text, which is
   * the time of the last success when this check was none.
   */
  private Optional<Finding> push(SecretUrl gateway, Report report, Instant now) {
    String text = Metrics.of(report, config.project(), now, OptionalLong.empty());
    String path =
        "/metrics/job/schema_gitops"
            + group("project", config.project())
            + group("environment", report.environment().orElse(""));
    return sender
        .post(
            gateway, path, text, Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"))
        .map(
            trouble ->
                notPublished(
                    "the Pushgateway did not take the metrics: " + trouble,
                    "check the address in schema.metrics.pushgateway or SCHEMA_METRICS_PUSHGATEWAY"));
  }

  /** A part of a Pushgateway's path; what a path cannot say plainly is said in base64. */
  static String group(String label, String value) {
    if (PLAIN.matcher(value).matches()) {
      return "/%s/%s".formatted(label, value);
    }
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(value.getBytes(StandardCharsets.UTF_8));
    return "/%s@base64/%s".formatted(label, encoded.isEmpty() ? "=" : encoded);
  }

  private static Finding notPublished(String message, String help) {
    return Finding.general("metrics-not-published", Severity.WARNING, message, help);
  }
}
