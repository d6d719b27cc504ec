package io.github.schemagitops.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.PublishConfig;
import io.github.schemagitops.config.SecretUrl;
import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final HttpSender.Limits QUICK =
      new HttpSender.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), 3, Duration.ofMillis(10));

  @TempDir Path directory;
  private final Receiver gateway = new Receiver();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void each_outcome_has_its_text() {
    Goldens.check("metrics/clean.prom", text(Reports.clean()));
    Goldens.check(
        "metrics/drifted.prom",
        text(Reports.drifted(Reports.column("text"), Reports.index("public.i"))));
    Goldens.check("metrics/unknown.prom", text(Reports.unknown("role monitor lacks USAGE")));
    Goldens.check("metrics/error.prom", text(Reports.error("not reachable")));
  }

  @Test
  void history_that_disagrees_with_the_files_is_no_doubt_about_drift() {
    Report failed =
        Reports.failed(
            Finding.general("applied-migration-edited", Severity.ERROR, "edited", "restore"));

    assertThat(text(failed))
        .contains("schema_gitops_drift{project=\"shop\",environment=\"production\"} 0\n")
        .contains("verdict=\"failed\"} 1\n");
  }

  @Test
  void labels_are_escaped() {
    Report odd =
        Report.of("drift-check")
            .environment("a\"b\\c\nd")
            .finish(Reports.error("x").outcome(), "x");

    assertThat(Metrics.of(odd, "shop", NOW, OptionalLong.empty()))
        .contains("schema_gitops_drift{project=\"shop\",environment=\"a\\\"b\\\\c\\nd\"} NaN\n");
  }

  @Test
  void the_file_is_replaced_and_keeps_when_a_check_last_could_see() throws IOException {
    Path file = directory.resolve("textfile/shop.prom");
    publish(config(Optional.of(file), Optional.empty()), Reports.clean(), NOW);
    publish(
        config(Optional.of(file), Optional.empty()), Reports.error("gone"), NOW.plusSeconds(3600));

    assertThat(file)
        .content()
        .contains(
            "schema_gitops_last_check_timestamp_seconds{project=\"shop\",environment=\"production\"} 1795604400\n")
        .contains(
            "schema_gitops_last_success_timestamp_seconds{project=\"shop\",environment=\"production\"} 1795600800\n")
        .contains("schema_gitops_drift{project=\"shop\",environment=\"production\"} NaN\n");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_a_warning() throws IOException {
    Path file = directory.resolve("is-a-folder.prom");
    Files.createDirectories(file.resolve("x"));

    Report report = publish(config(Optional.of(file), Optional.empty()), Reports.clean(), NOW);

    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("metrics-not-published");
    assertThat(report.outcome().verdict()).isEqualTo(Verdict.WARNED);
  }

  @Test
  void a_gateway_gets_a_group_of_its_own_and_keeps_the_last_success() {
    Report report = publish(toGateway(""), Reports.error("gone"), NOW);

    Receiver.Received pushed = gateway.only();
    assertThat(pushed.method()).isEqualTo("POST");
    assertThat(pushed.path())
        .isEqualTo(
            "/%s/metrics/job/schema_gitops/project/shop/environment/production"
                .formatted(Receiver.SECRET));
    assertThat(pushed.body())
        .contains("verdict=\"error\"} 1\n")
        .doesNotContain("last_success")
        .endsWith("\n");
    assertThat(pushed.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    assertThat(pushed.authorization()).isNull();
    assertThat(report.notes()).containsExactly("metrics pushed");
  }

  @Test
  void a_login_in_the_gateways_address_becomes_a_header() {
    publish(toGateway("ada:p%40ss@"), Reports.clean(), NOW);

    assertThat(gateway.only().authorization()).isEqualTo("Basic YWRhOnBAc3M=");
    assertThat(gateway.only().body()).contains(" 1795600800\n", "last_success");
  }

  @Test
  void a_gateway_that_refuses_is_a_warning_without_its_address() {
    gateway.answering(400);

    Report report = publish(toGateway("ada:secret@"), Reports.clean(), NOW);

    assertThat(report.findings())
        .extracting(Finding::message)
        .containsExactly("the Pushgateway did not take the metrics: it answered 400");
    assertThat(report.toString()).doesNotContain(Receiver.SECRET, "ada", "secret", "127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "production, /environment/production",
    "eu-1.b_2~c, /environment/eu-1.b_2~c",
    "a/b, /environment@base64/YS9i",
    "'', /environment@base64/=",
    ".., /environment@base64/Li4",
    "zürich, /environment@base64/esO8cmljaA",
  })
  void what_a_path_cannot_say_is_said_in_base64(String id, String part) {
    assertThat(MetricsOutput.group("environment", id)).isEqualTo(part);
  }

  private PublishConfig toGateway(String login) {
    return config(
        Optional.empty(), Optional.of(SecretUrl.of("the test", gateway.address("http", login))));
  }

  private static Report publish(PublishConfig config, Report report, Instant now) {
    return new Publisher(config, QUICK, Clock.fixed(now, ZoneOffset.UTC))
        .publish(report, FailOn.ERROR);
  }

  private PublishConfig config(Optional<Path> file, Optional<SecretUrl> pushgateway) {
    return new PublishConfig(
        "shop",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        directory.resolve("state.txt"),
        file,
        pushgateway,
        "1.2.3");
  }

  private static String text(Report report) {
    return Metrics.of(report, "shop", NOW, OptionalLong.of(1_795_000_000))
        .replaceAll("(duration_seconds\\{.*\\}) \\S+", "$1 0.000");
  }
}
