package io.github.schemagitops.mojo;

import io.github.schemagitops.config.PublishConfig;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.publish.Publisher;
import io.github.schemagitops.report.Report;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Goals whose result others are told. Addresses that are secrets come from environment variables or
 * settings.xml, never from the POM or the command line.
 */
abstract class AbstractPublishingMojo extends AbstractComparingMojo {

  /**
   * Id of a {@code <server>} in settings.xml whose {@code <password>} is the address of a webhook,
   * and whose {@code <passphrase>}, if there is one, signs what is sent. The environment variables
   * {@code SCHEMA_ALERT_WEBHOOK} and {@code SCHEMA_ALERT_SECRET} win.
   */
  @Parameter(property = "schema.alert.webhookServerId")
  private @Nullable String alertWebhookServerId;

  /**
   * Id of a {@code <server>} in settings.xml whose {@code <password>} is the address of a Slack
   * webhook. The environment variable {@code SCHEMA_ALERT_SLACK_WEBHOOK} wins.
   */
  @Parameter(property = "schema.alert.slackServerId")
  private @Nullable String alertSlackServerId;

  /**
   * File that remembers what alerts were last about, so that only news is sent. Default: one for
   * each environment in the folder {@code alerts} of {@code schema.cacheDirectory}.
   */
  @Parameter(property = "schema.alert.stateFile")
  private @Nullable File alertStateFile;

  /**
   * File for Prometheus' node exporter; its name must end with {@code .prom}. Written anew by each
   * check.
   */
  @Parameter(property = "schema.metrics.file")
  private @Nullable File metricsFile;

  /**
   * Address of a Pushgateway for Prometheus. The environment variable {@code
   * SCHEMA_METRICS_PUSHGATEWAY} wins, and may hold user and password.
   */
  @Parameter(property = "schema.metrics.pushgateway")
  private @Nullable String metricsPushgateway;

  /** Fails before anything is done when these settings cannot be used. */
  final void checkPublishing() {
    publishing(environmentId().orElse(""));
  }

  @Override
  final Report published(Report report) {
    if (report.environment().isEmpty()) {
      return report;
    }
    try {
      return new Publisher(publishing(report.environment().get())).publish(report, failOn());
    } catch (SchemaGitOpsException e) {
      // These settings, or others before them, are what the report complains of.
      return report;
    } catch (RuntimeException e) {
      getLog().debug(e);
      return report.with(List.of(internalError(e)), List.of(), failOn());
    }
  }

  /** A bug in telling others must not hide what there is to tell. */
  private static Finding internalError(RuntimeException e) {
    return Finding.general(
        "alert-not-sent",
        Severity.WARNING,
        "nobody was told of this: internal error: " + e.getClass().getSimpleName(),
        "run again with -X and report the stack trace as a bug");
  }

  private PublishConfig publishing(String environment) {
    return new Publishing(System.getenv(), servers(), project(), toolVersion())
        .config(
            environment,
            alertWebhookServerId,
            alertSlackServerId,
            alertStateFile == null ? null : alertStateFile.toPath(),
            cacheFolder(),
            metricsFile == null ? null : metricsFile.toPath(),
            metricsPushgateway);
  }
}
