package io.github.schemagitops.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

class EnvironmentsTest {

  @TempDir Path project;
  private final List<EnvironmentParameter> declared = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Settings settings = new Settings();

  @Test
  void credentials_come_from_the_server_in_the_settings() {
    declare("production").serverId = "db";
    server("db");

    Environment environment = choose("production");

    assertThat(environment.url()).isEqualTo("jdbc:postgresql://pom/production");
    assertThat(environment.user()).contains("settings-user");
    assertThat(environment.password()).map(Secret::reveal).contains("decrypted settings-password");
  }

  @Test
  void the_pom_wins_over_the_settings() throws IOException {
    EnvironmentParameter production = declare("production");
    production.serverId = "db";
    production.user = "pom-user";
    production.passwordFile = "password.txt";
    Files.writeString(project.resolve("password.txt"), "file-password\n");
    server("db");

    assertThat(choose("production").user()).contains("pom-user");
    assertThat(choose("production").password()).map(Secret::reveal).contains("file-password");
  }

  @Test
  void environment_variables_win_over_everything() {
    EnvironmentParameter production = declare("prod-eu.1");
    production.user = "pom-user";
    production.passwordFile = "missing.txt";
    variables.put("SCHEMA_PROD_EU_1_URL", "jdbc:postgresql://variable/shop");
    variables.put("SCHEMA_PROD_EU_1_USER", "variable-user");
    variables.put("SCHEMA_PROD_EU_1_PASSWORD", "variable-password");

    Environment environment = choose("prod-eu.1");

    assertThat(environment.id()).isEqualTo("prod-eu.1");
    assertThat(environment.url()).isEqualTo("jdbc:postgresql://variable/shop");
    assertThat(environment.user()).contains("variable-user");
    assertThat(environment.password()).map(Secret::reveal).contains("variable-password");
  }

  @Test
  void placeholders_are_the_environments_own_and_an_empty_element_is_an_empty_value() {
    Map<String, @Nullable String> values = new HashMap<>();
    values.put("role", "reporting");
    values.put("suffix", null);
    declare("production").placeholders = values;
    declare("staging");

    assertThat(choose("production").placeholders())
        .containsOnly(Map.entry("role", "reporting"), Map.entry("suffix", ""));
    assertThat(choose("staging").placeholders()).isEmpty();
  }

  @Test
  void a_variable_may_name_a_password_file_as_container_platforms_mount_them() throws IOException {
    declare("production");
    Path mounted = Files.writeString(project.resolve("mounted"), "mounted-password\n");
    variables.put("SCHEMA_PRODUCTION_PASSWORD_FILE", mounted.toString());

    assertThat(choose("production").password()).map(Secret::reveal).contains("mounted-password");
  }

  @Test
  void variables_alone_declare_an_environment() {
    variables.put("SCHEMA_REVIEW_URL", "jdbc:postgresql://variable/review");

    assertThat(choose("review").url()).isEqualTo("jdbc:postgresql://variable/review");
  }

  @Test
  void the_only_environment_need_not_be_named() {
    declare("production");

    assertThat(choose(null).id()).isEqualTo("production");
    assertThat(choose(" ").id()).isEqualTo("production");
  }

  @Test
  void among_several_one_must_be_named() {
    declare("staging");
    declare("production");

    assertRefused(null, "no environment was chosen (declared: staging, production)");
  }

  @Test
  void an_unknown_id_lists_the_known_ones() {
    declare("staging");
    declare("production");

    assertRefused("prod", "there is no environment 'prod' (declared: staging, production)");
  }

  @Test
  void the_product_is_the_one_that_the_migrations_are_written_for() {
    EnvironmentParameter production = declare("production");
    production.url = "jdbc:mysql://pom/production";

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> environments().choose("production", Database.POSTGRESQL))
        .withMessage(
            "environment 'production' is a MySQL database, but the migrations are taken for"
                + " PostgreSQL's")
        .satisfies(e -> assertThat(e.remedy()).contains("-Dschema.database=mysql"));
    assertThat(environments().choose("production", Database.MYSQL).id()).isEqualTo("production");
    production.url = "jdbc:mariadb://pom/production";
    assertThat(environments().choose("production", Database.MYSQL).id()).isEqualTo("production");
  }

  @Test
  void without_any_declaration_that_is_said() {
    assertRefused("prod", "there is no environment 'prod' (none is declared)");
  }

  @Test
  void what_is_missing_is_named() {
    EnvironmentParameter production = declare("production");
    production.url = null;
    assertRefused("production", "environment 'production' has no URL");

    production.url = "jdbc:postgresql://pom/production";
    production.serverId = "db";
    assertRefused(
        "production", "environment 'production': settings.xml has no <server> with id 'db'");

    production.serverId = null;
    production.passwordFile = "missing.txt";
    assertRefused(
        "production", "environment 'production': the password file missing.txt cannot be read");

    production.id = null;
    assertRefused(null, "an <environment> has no <id>");
  }

  private EnvironmentParameter declare(String id) {
    EnvironmentParameter environment = new EnvironmentParameter();
    environment.id = id;
    environment.url = "jdbc:postgresql://pom/" + id;
    declared.add(environment);
    return environment;
  }

  private void server(String id) {
    Server server = new Server();
    server.setId(id);
    server.setUsername("settings-user");
    server.setPassword("settings-password");
    settings.addServer(server);
  }

  private Environment choose(@Nullable String id) {
    return environments().choose(id);
  }

  private Environments environments() {
    return new Environments(declared, variables, new Servers(settings, decrypter()), project);
  }

  private static SettingsDecrypter decrypter() {
    return request -> {
      Server decrypted = request.getServers().get(0).clone();
      decrypted.setPassword("decrypted " + decrypted.getPassword());
      SettingsDecryptionResult result = Mockito.mock();
      Mockito.when(result.getServer()).thenReturn(decrypted);
      return result;
    };
  }

  private void assertRefused(@Nullable String id, String message) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> choose(id))
        .withMessage(message)
        .satisfies(e -> assertThat(e.remedy()).isNotBlank());
  }
}
