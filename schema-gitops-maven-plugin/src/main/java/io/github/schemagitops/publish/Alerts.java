package io.github.schemagitops.publish;

import io.github.schemagitops.config.PublishConfig;
import io.github.schemagitops.config.SecretUrl;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.report.Report;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells the webhooks what is new. Each is told again until it has taken it. */
final class Alerts {

  private final PublishConfig config;
  private final HttpSender sender;

  Alerts(PublishConfig config, HttpSender sender) {
    this.config = config;
    this.sender = sender;
  }

  /**
   * One that alerts go to.
   *
   * @param name for messages and in the state file
   */
  private record Receiver(
      String name, SecretUrl url, String source, Function<Alert, String> format, boolean signed) {}

  /** Sends what is new, and remembers it. */
  Told tell(Report report, Instant now) {
    List<Receiver> receivers = receivers();
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (receivers.isEmpty()) {
      return new Told(findings, notes);
    }
    AlertState state = AlertState.read(config.alertState());
    String fingerprint = AlertFingerprint.of(report);
    for (Receiver receiver : receivers) {
      Optional<String> previous = state.of(receiver.name());
      boolean wasClean = previous.orElse(AlertFingerprint.CLEAN).equals(AlertFingerprint.CLEAN);
      boolean isClean = fingerprint.equals(AlertFingerprint.CLEAN);
      if ((wasClean && isClean) || previous.equals(Optional.of(fingerprint))) {
        state.told(receiver.name(), fingerprint);
        continue;
      }
      Alert.Event event =
          isClean ? Alert.Event.RESOLVED : wasClean ? Alert.Event.OPENED : Alert.Event.CHANGED;
      Alert alert =
          new Alert(
              event, report, config.project(), fingerprint, previous, now, config.toolVersion());
      Optional<String> trouble = send(receiver, alert);
      if (trouble.isPresent()) {
        findings.add(notSent(receiver, trouble.get()));
      } else {
        state.told(receiver.name(), fingerprint);
        notes.add("alert sent to the %s webhook".formatted(receiver.name()));
      }
    }
    keep(state).ifPresent(findings::add);
    return new Told(findings, notes);
  }

  private List<Receiver> receivers() {
    List<Receiver> receivers = new ArrayList<>();
    config
        .webhook()
        .ifPresent(
            url ->
                receivers.add(
                    new Receiver(
                        "generic", url, "SCHEMA_ALERT_WEBHOOK", WebhookMessage::of, true)));
    config
        .slackWebhook()
        .ifPresent(
            url ->
                receivers.add(
                    new Receiver(
                        "slack", url, "SCHEMA_ALERT_SLACK_WEBHOOK", SlackMessage::of, false)));
    return receivers;
  }

  private Optional<String> send(Receiver receiver, Alert alert) {
    String text = receiver.format().apply(alert);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    if (receiver.signed()) {
      config.signingKey().ifPresent(key -> headers.put(Signature.HEADER, Signature.of(text, key)));
    }
    return sender.post(receiver.url(), "", text, headers);
  }

  private static Finding notSent(Receiver receiver, String trouble) {
    return Finding.general(
        "alert-not-sent",
        Severity.WARNING,
        "the %s webhook was not told of this: %s".formatted(receiver.name(), trouble),
        "check the address in %s or settings.xml and the way there; the next check tries again"
            .formatted(receiver.source()));
  }

  private Optional<Finding> keep(AlertState state) {
    try {
      state.write(config.alertState());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Finding.general(
              "alert-state-not-kept",
              Severity.WARNING,
              "what was told cannot be remembered in %s: %s"
                  .formatted(config.alertState(), e.getClass().getSimpleName()),
              "let the check write there, or set schema.alert.stateFile; otherwise alerts are sent twice"));
    }
  }
}
