package io.github.schemagitops.mojo;

import io.github.schemagitops.config.PublishConfig;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.SecretUrl;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;

/** Finds whom to tell about a check, and the secrets for it. */
final class Publishing {

  private final Map<String, String> variables;
  private final Servers servers;
  private final MavenProject project;
  private final String toolVersion;

  Publishing(
      Map<String, String> variables, Servers servers, MavenProject project, String toolVersion) {
    this.variables = variables;
    this.servers = servers;
    this.project = project;
    this.toolVersion = toolVersion;
  }

  /**
   * What the settings say.
   *
   * @param environment id of the environment that is checked
   * @param cache where the state of alerts goes unless the user names a file
   */
  PublishConfig config(
      String environment,
      @Nullable String webhookServer,
      @Nullable String slackServer,
      @Nullable Path stateFile,
      Path cache,
      @Nullable Path metricsFile,
      @Nullable String pushgateway) {
    Optional<Server> webhook =
        server(webhookServer, "schema.alert.webhookServerId", "SCHEMA_ALERT_WEBHOOK");
    Optional<Server> slack =
        server(slackServer, "schema.alert.slackServerId", "SCHEMA_ALERT_SLACK_WEBHOOK");
    return new PublishConfig(
        project.getArtifactId(),
        url("SCHEMA_ALERT_WEBHOOK", webhook),
        variable("SCHEMA_ALERT_SECRET")
            .or(() -> webhook.map(Server::getPassphrase).filter(p -> !p.isBlank()))
            .map(Secret::new),
        url("SCHEMA_ALERT_SLACK_WEBHOOK", slack),
        stateFile == null ? stateFile(cache, environment) : stateFile,
        Optional.ofNullable(metricsFile).map(Publishing::promFile),
        pushgateway(Optional.ofNullable(pushgateway).filter(text -> !text.isBlank())),
        toolVersion);
  }

  private Optional<SecretUrl> url(String variable, Optional<Server> server) {
    Optional<SecretUrl> named = variable(variable).map(text -> SecretUrl.of(variable, text));
    return named.or(
        () ->
            server.map(
                s ->
                    SecretUrl.of(
                        "the password of <server> '%s' in settings.xml".formatted(s.getId()),
                        Optional.ofNullable(s.getPassword()).orElse(""))));
  }

  private Optional<SecretUrl> pushgateway(Optional<String> configured) {
    String source = "SCHEMA_METRICS_PUSHGATEWAY";
    Optional<SecretUrl> named = variable(source).map(text -> SecretUrl.of(source, text));
    return named.or(() -> configured.map(text -> withoutLogin("schema.metrics.pushgateway", text)));
  }

  /** What stands in a POM or on a command line is read by many. */
  private static SecretUrl withoutLogin(String parameter, String text) {
    SecretUrl url = SecretUrl.of(parameter, text);
    if (url.reveal().getRawUserInfo() != null) {
      throw SchemaGitOpsException.badInput(
          parameter + " holds a login (its value is not shown)",
          "put the address with its login into the environment variable SCHEMA_METRICS_PUSHGATEWAY");
    }
    return url;
  }

  private Optional<Server> server(@Nullable String id, String parameter, String variable) {
    return Optional.ofNullable(id)
        .filter(text -> !text.isBlank())
        .map(
            text ->
                servers.named(
                    text,
                    parameter,
                    "add it with the address as its <password>, or set " + variable));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** The node exporter reads nothing else. */
  private static Path promFile(Path file) {
    if (!String.valueOf(file.getFileName()).endsWith(".prom")) {
      throw SchemaGitOpsException.badInput(
          "schema.metrics.file is '%s'".formatted(file),
          "end its name with .prom: Prometheus' node exporter reads no other files");
    }
    return file;
  }

  /** Two projects of one machine may have environments of the same name. */
  private Path stateFile(Path cache, String environment) {
    String whole = project.getGroupId() + ":" + project.getArtifactId() + ":" + environment;
    String mark =
        UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
    String name = environment.replaceAll("[^A-Za-z0-9_-]", "_");
    return cache.resolve("alerts").resolve(name + "-" + mark + ".txt");
  }
}
