package io.github.schemagitops.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.PublishConfig;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Where the addresses of webhooks come from, and that nobody sees them. */
class PublishingTest {

  private static final String HOOK = "https://hooks.example.com/T0/s3cr3t";
  private static final Path CACHE = Path.of("cache");

  private final Map<String, String> variables = new HashMap<>();
  private final Settings settings = new Settings();

  @Test
  void without_settings_nobody_is_told() {
    PublishConfig config = config(null, null, null);

    assertThat(config.webhook()).isEmpty();
    assertThat(config.slackWebhook()).isEmpty();
    assertThat(config.signingKey()).isEmpty();
    assertThat(config.metricsFile()).isEmpty();
    assertThat(config.pushgateway()).isEmpty();
  }

  @Test
  void a_server_in_the_settings_holds_address_and_key() {
    server("pager", HOOK, "key");

    PublishConfig config = config("pager", null, null);

    assertThat(config.webhook().orElseThrow().reveal()).hasToString(HOOK);
    assertThat(config.signingKey()).map(Secret::reveal).contains("key");
  }

  @Test
  void environment_variables_win() {
    server("pager", "https://settings.example.com/x", "settings-key");
    variables.put("SCHEMA_ALERT_WEBHOOK", HOOK);
    variables.put("SCHEMA_ALERT_SECRET", "variable-key");
    variables.put("SCHEMA_ALERT_SLACK_WEBHOOK", HOOK + "-slack");

    PublishConfig config = config("pager", "pager", null);

    assertThat(config.webhook().orElseThrow().reveal()).hasToString(HOOK);
    assertThat(config.signingKey()).map(Secret::reveal).contains("variable-key");
    assertThat(config.slackWebhook().orElseThrow().reveal()).hasToString(HOOK + "-slack");
    assertThat(config.toString()).doesNotContain("s3cr3t", "example.com", "key");
  }

  @Test
  void what_is_no_address_is_refused_without_being_shown() {
    variables.put("SCHEMA_ALERT_WEBHOOK", "hooks.example.com/T0/s3cr3t");
    assertRefused(
        null, "SCHEMA_ALERT_WEBHOOK holds no address of a web server (its value is not shown)");
    variables.put("SCHEMA_ALERT_WEBHOOK", "https://hooks.example.com/T0/s3cr3t with blanks");
    assertRefused(
        null, "SCHEMA_ALERT_WEBHOOK holds no address of a web server (its value is not shown)");
    variables.put("SCHEMA_ALERT_WEBHOOK", "file:///etc/passwd");
    assertRefused(
        null, "SCHEMA_ALERT_WEBHOOK holds no address of a web server (its value is not shown)");
    variables.clear();
    server("pager", "s3cr3t", null);
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> config("pager", null, null))
        .withMessage(
            "the password of <server> 'pager' in settings.xml holds no address of a web server (its"
                + " value is not shown)");
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> config(null, "missing", null))
        .withMessage("schema.alert.slackServerId: settings.xml has no <server> with id 'missing'");
  }

  @Test
  void a_login_of_a_gateway_may_stand_in_the_variable_only() {
    assertRefused(
        "http://ada:pass@gateway:9091",
        "schema.metrics.pushgateway holds a login (its value is not shown)");
    variables.put("SCHEMA_METRICS_PUSHGATEWAY", "http://ada:pass@gateway:9091");

    assertThat(config(null, null, "http://other:9091").pushgateway().orElseThrow().reveal())
        .hasToString("http://ada:pass@gateway:9091");
  }

  @Test
  void the_node_exporter_reads_files_of_one_kind_only() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(
            () ->
                publishing().config("production", null, null, null, CACHE, Path.of("a.txt"), null))
        .withMessage("schema.metrics.file is 'a.txt'");
  }

  @Test
  void each_environment_of_each_project_remembers_for_itself() {
    Path production = state("production");

    assertThat(production.getParent()).isEqualTo(CACHE.resolve("alerts"));
    assertThat(state("production")).isEqualTo(production);
    assertThat(state("../../etc/x").getParent()).isEqualTo(CACHE.resolve("alerts"));
    assertThat(state("a/b")).isNotEqualTo(state("a_b"));
    assertThat(
            publishing()
                .config("production", null, null, Path.of("own.txt"), CACHE, null, null)
                .alertState())
        .isEqualTo(Path.of("own.txt"));
  }

  private Path state(String environment) {
    return publishing().config(environment, null, null, null, CACHE, null, null).alertState();
  }

  private PublishConfig config(
      @Nullable String webhook, @Nullable String slack, @Nullable String pushgateway) {
    return publishing().config("production", webhook, slack, null, CACHE, null, pushgateway);
  }

  private Publishing publishing() {
    MavenProject project = new MavenProject();
    project.setGroupId("org.example");
    project.setArtifactId("shop");
    return new Publishing(variables, new Servers(settings, decrypter()), project, "1.2.3");
  }

  private void assertRefused(@Nullable String pushgateway, String message) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> config(null, null, pushgateway))
        .withMessage(message)
        .satisfies(
            e -> {
              assertThat(e.remedy()).isNotBlank();
              assertThat(e.getMessage() + e.remedy() + e.getCause())
                  .doesNotContain("s3cr3t", "pass@", "passwd");
            });
  }

  private void server(String id, String password, @Nullable String passphrase) {
    Server server = new Server();
    server.setId(id);
    server.setPassword(password);
    server.setPassphrase(passphrase);
    settings.addServer(server);
  }

  private static SettingsDecrypter decrypter() {
    return request -> {
      SettingsDecryptionResult result = Mockito.mock();
      Mockito.when(result.getServer()).thenReturn(request.getServers().get(0).clone());
      return result;
    };
  }
}
