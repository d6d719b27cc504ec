package io.github.schemagitops.publish;

import io.github.schemagitops.config.PublishConfig;
import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.report.Report;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Tells others what a check of a real database found out, also when it could not find out anything.
 * Whom it cannot tell is a warning in the report; the verdict stays what it is.
 */
public final class Publisher {

  private final PublishConfig config;
  private final HttpSender sender;
  private final Clock clock;

  public Publisher(PublishConfig config) {
    this(config, HttpSender.Limits.DEFAULT, Clock.systemUTC());
  }

  Publisher(PublishConfig config, HttpSender.Limits limits, Clock clock) {
    this.config = config;
    this.sender = new HttpSender(limits, config.toolVersion());
    this.clock = clock;
  }

  /**
   * Sends alerts and metrics.
   *
   * @return the report with what came of it
   */
  public Report publish(Report report, FailOn failOn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Told alerts = new Alerts(config, sender).tell(report, now);
    Report told = report.with(alerts.findings(), alerts.notes(), failOn);
    Told metrics = new MetricsOutput(config, sender).publish(told, now);
    return told.with(metrics.findings(), metrics.notes(), failOn);
  }
}
