package io.github.schemagitops.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who is told what a check of a real database found out.
 *
 * @param project short name of the project, for instance its artifact id
 * @param webhook where alerts go as JSON
 * @param signingKey signs what goes to the webhook
 * @param slackWebhook where alerts go as Slack reads them
 * @param alertState file that remembers what was last told
 * @param metricsFile file for the textfile collector of Prometheus' node exporter
 * @param pushgateway Prometheus' Pushgateway; may hold user and password
 * @param toolVersion version of this tool
 */
public record PublishConfig(
    String project,
    Optional<SecretUrl> webhook,
    Optional<Secret> signingKey,
    Optional<SecretUrl> slackWebhook,
    Path alertState,
    Optional<Path> metricsFile,
    Optional<SecretUrl> pushgateway,
    String toolVersion) {}
