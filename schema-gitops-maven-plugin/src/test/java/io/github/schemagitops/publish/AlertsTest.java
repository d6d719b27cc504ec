package io.github.schemagitops.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.schemagitops.config.PublishConfig;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.SecretUrl;
import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.testing.Goldens;
import io.github.schemagitops.testing.ReportGoldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts to real web servers on this machine: once for each piece of news, whatever happens. */
class AlertsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
  private static final HttpSender.Limits QUICK =
      new HttpSender.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), 3, Duration.ofMillis(10));

  @TempDir Path directory;
  private final Receiver webhook = new Receiver();
  private final Receiver slack = new Receiver();

  @AfterEach
  void stop() {
    webhook.close();
    slack.close();
  }

  @Test
  void drift_is_told_once_and_its_end_too() throws IOException {
    tell(Reports.clean());
    tell(Reports.drifted(Reports.column("text")));
    tell(Reports.drifted(Reports.column("text")));
    tell(Reports.drifted(Reports.column("integer")));
    tell(Reports.clean());
    tell(Reports.clean());

    assertThat(webhook.received())
        .extracting(r -> json(r).path("event").asText() + " " + json(r).path("verdict").asText())
        .containsExactly("opened DRIFTED", "changed DRIFTED", "resolved PASSED");
    assertThat(slack.received()).hasSize(3);
    JsonNode changed = json(webhook.received().get(1));
    assertThat(changed.path("previousFingerprint").asText())
        .isEqualTo(json(webhook.received().get(0)).path("fingerprint").asText())
        .hasSize(64);
    assertThat(json(webhook.received().get(2)).path("fingerprint").asText()).isEqualTo("clean");
    assertThat(Files.readAllLines(state()))
        .containsExactly(Files.readAllLines(state()).get(0), "generic clean", "slack clean");
  }

  @Test
  void what_is_sent_is_shown() {
    tell(
        Reports.drifted(
            Reports.column("text DEFAULT '<@here> & \\u2028'"),
            Reports.index("public.\"odd ``` <b>\"")));

    ReportGoldens.validate("alert.json", webhook.only().body());
    Goldens.check("alerts/webhook.json", webhook.only().body());
    Goldens.check("alerts/slack.json", slack.only().body());
    assertThat(webhook.only().method()).isEqualTo("POST");
    assertThat(webhook.only().path()).isEqualTo("/" + Receiver.SECRET);
    assertThat(webhook.only().contentType()).isEqualTo("application/json; charset=utf-8");
    assertThat(webhook.only().agent()).isEqualTo("schema-gitops/1.2.3");
  }

  @Test
  void a_check_that_cannot_see_is_news_and_numbers_in_its_reasons_are_none() {
    tell(Reports.unknown("a deploy is running: pid 17"));
    tell(Reports.unknown("a deploy is running: pid 18"));
    tell(Reports.unknown("role monitor lacks USAGE"));
    tell(Reports.error("the database is not reachable"));
    tell(Reports.error("the database is not reachable at all"));
    tell(Reports.clean());

    assertThat(webhook.received())
        .extracting(r -> json(r).path("verdict").asText())
        .containsExactly("UNKNOWN", "UNKNOWN", "ERROR", "PASSED");
    webhook.received().forEach(r -> ReportGoldens.validate("alert.json", r.body()));
    assertThat(json(webhook.received().get(2)).path("commit").isNull()).isTrue();
  }

  @Test
  void a_webhook_that_refuses_is_a_warning_and_is_told_again_next_time() {
    webhook.answering(404);
    Report drifted = tell(Reports.drifted(Reports.column("text")));

    assertThat(drifted.outcome().verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(drifted.findings())
        .containsExactly(
            Finding.general(
                "alert-not-sent",
                Severity.WARNING,
                "the generic webhook was not told of this: it answered 404",
                "check the address in SCHEMA_ALERT_WEBHOOK or settings.xml and the way there; the"
                    + " next check tries again"));
    assertThat(drifted.notes()).containsExactly("alert sent to the slack webhook");

    tell(Reports.drifted(Reports.column("text")));

    assertThat(webhook.received()).hasSize(2);
    assertThat(slack.received()).hasSize(1);
  }

  @Test
  void a_server_that_is_overloaded_is_asked_three_times() {
    webhook.answering(503, 429);
    slack.answering(500, 500, 500);

    Report report = tell(Reports.drifted(Reports.column("text")));

    assertThat(webhook.received()).hasSize(3);
    assertThat(slack.received()).hasSize(3);
    assertThat(report.findings())
        .extracting(Finding::message)
        .containsExactly("the slack webhook was not told of this: it answered 500 (3 tries)");
  }

  @Test
  void a_pause_that_the_server_wants_and_nobody_has_time_for_ends_the_tries() {
    webhook.answering(429).wantingPause("3600");

    Report report = tell(Reports.drifted(Reports.column("text")));

    assertThat(webhook.received()).hasSize(1);
    assertThat(report.findings()).hasSize(1);
  }

  @Test
  void redirects_are_not_followed() {
    webhook.answering(302);

    Report report = tell(Reports.drifted(Reports.column("text")));

    assertThat(webhook.received()).hasSize(1);
    assertThat(report.findings())
        .extracting(Finding::message)
        .containsExactly("the generic webhook was not told of this: it answered 302");
  }

  @Test
  void a_server_that_never_answers_costs_its_time_and_no_more() {
    webhook.silent();
    long started = System.nanoTime();

    Report report = tell(Reports.drifted(Reports.column("text")));

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
    assertThat(report.findings())
        .extracting(Finding::message)
        .containsExactly("the generic webhook was not told of this: no answer within 2 s");
  }

  @Test
  void no_server_no_host_and_no_trust_are_told_without_the_address() {
    String tls = webhook.address("https", "");
    Receiver gone = new Receiver();
    gone.close();

    for (SecretUrl url :
        List.of(
            gone.url(),
            SecretUrl.of("the test", tls),
            SecretUrl.of("the test", "http://no-such-host.invalid/" + Receiver.SECRET))) {
      Report report =
          new Publisher(config(Optional.of(url), Optional.empty()), QUICK, clock())
              .publish(Reports.drifted(Reports.column("text")), FailOn.ERROR);

      assertThat(report.findings()).hasSize(1);
      assertThat(report.toString()).doesNotContain(Receiver.SECRET, "127.0.0.1", "no-such-host");
    }
  }

  @Test
  void the_key_signs_every_byte_as_github_does() {
    // GitHub's own example, from its page on validating webhook deliveries.
    assertThat(Signature.of("Hello, World!", new Secret("It's a Secret to Everybody")))
        .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    tell(Reports.drifted(Reports.column("text")));

    assertThat(webhook.only().signature())
        .isEqualTo(Signature.of(webhook.only().body(), new Secret("key")));
    assertThat(slack.only().signature()).isNull();
  }

  @Test
  void a_warning_turns_green_yellow_and_red_where_warnings_fail() throws IOException {
    tell(Reports.drifted(Reports.column("text")));
    webhook.answering(404, 404);

    Report warned = tell(Reports.clean());
    Report failed = publisher().publish(Reports.clean(), FailOn.WARNING);

    assertThat(warned.outcome().verdict()).isEqualTo(Verdict.WARNED);
    assertThat(failed.outcome().verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_state_that_cannot_be_kept_is_told() throws IOException {
    Files.createDirectories(state());

    Report report = tell(Reports.drifted(Reports.column("text")));

    assertThat(report.findings()).extracting(Finding::rule).containsExactly("alert-state-not-kept");
    assertThat(webhook.received()).hasSize(1);
  }

  @Test
  void a_state_of_another_make_counts_as_none() throws IOException {
    Files.createDirectories(directory.resolve("alerts"));
    Files.write(state(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    tell(Reports.drifted(Reports.column("text")));

    assertThat(webhook.received()).hasSize(1);
  }

  @Test
  void nothing_is_kept_where_nobody_is_told() {
    new Publisher(config(Optional.empty(), Optional.empty()), QUICK, clock())
        .publish(Reports.drifted(Reports.column("text")), FailOn.ERROR);

    assertThat(state()).doesNotExist();
  }

  @Test
  void very_much_drift_is_cut_to_what_receivers_take() {
    Change[] many =
        IntStream.range(0, 5000)
            .mapToObj(i -> Reports.index("public.index_%05d_%s".formatted(i, "x&".repeat(90))))
            .toArray(Change[]::new);

    tell(Reports.drifted(many));

    assertThat(json(webhook.only()).path("changes")).hasSize(200);
    assertThat(json(webhook.only()).path("changesTotal").asInt()).isEqualTo(5000);
    JsonNode blocks = json(slack.only()).path("blocks");
    assertThat(blocks).hasSizeLessThanOrEqualTo(50);
    blocks.forEach(
        b -> assertThat(b.path("text").path("text").asText()).hasSizeLessThanOrEqualTo(3000));
    assertThat(blocks.get(1).path("text").path("text").asText()).endsWith(" more\n```");
  }

  private Report tell(Report report) {
    return publisher().publish(report, FailOn.ERROR);
  }

  private Publisher publisher() {
    return new Publisher(
        config(Optional.of(webhook.url()), Optional.of(slack.url())), QUICK, clock());
  }

  private PublishConfig config(Optional<SecretUrl> generic, Optional<SecretUrl> slackUrl) {
    return new PublishConfig(
        "shop",
        generic,
        Optional.of(new Secret("key")),
        slackUrl,
        state(),
        Optional.empty(),
        Optional.empty(),
        "1.2.3");
  }

  private Path state() {
    return directory.resolve("alerts/production.txt");
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static JsonNode json(Receiver.Received received) {
    try {
      return new ObjectMapper().readTree(received.body());
    } catch (IOException e) {
      throw new AssertionError(received.body(), e);
    }
  }
}
