package io.github.schemagitops.config.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.FlywayRun;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.MigrationSettings.Naming;
import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationSettingsResolverTest {

  @TempDir Path project;
  private Path resources = Path.of("");

  @BeforeEach
  void makeResources() throws IOException {
    resources = Files.createDirectories(project.resolve("src/main/resources"));
  }

  @Test
  void without_any_configuration_flyways_defaults_hold() {
    MigrationSettings settings = resolve();

    assertThat(settings.locations()).containsExactly(resources.resolve("db/migration"));
    assertThat(settings.encoding()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(settings.naming()).isEqualTo(Naming.DEFAULT);
    assertThat(settings.placeholderSyntax()).contains(PlaceholderSyntax.DEFAULT);
    assertThat(settings.historyTable()).isEqualTo("flyway_schema_history");
    assertThat(settings.historyHome()).isEmpty();
    assertThat(settings.outOfOrder()).isFalse();
    assertThat(settings.origins()).isEmpty();
    assertThat(resolver(Map.of(), Map.of()).usesDefaultLocation()).isTrue();
  }

  @Test
  void flyway_conf_is_read() throws IOException {
    write(
        project.resolve("flyway.conf"),
        """
        # comment
        flyway.url=jdbc:postgresql://elsewhere/x
        flyway.locations = filesystem:sql , filesystem:more/sql
        flyway.schemas=shop,audit
        flyway.table=history
        flyway.placeholders.currency=CHF
        flyway.sqlMigrationPrefix=M
        flyway.sqlMigrationSuffixes=.sql,.pgsql
        flyway.outOfOrder=true
        """);

    MigrationSettings settings = resolve();

    assertThat(settings.locations())
        .containsExactly(project.resolve("sql"), project.resolve("more/sql"));
    assertThat(settings.schemas()).containsExactly("shop", "audit");
    assertThat(settings.historyHome()).contains("shop");
    assertThat(settings.historyTable()).isEqualTo("history");
    assertThat(settings.placeholders()).containsExactly(Map.entry("currency", "CHF"));
    assertThat(settings.naming().versionedPrefix()).isEqualTo("M");
    assertThat(settings.naming().suffixes()).containsExactly(".sql", ".pgsql");
    assertThat(settings.outOfOrder()).isTrue();
    assertThat(settings.origins())
        .contains("locations from flyway.conf", "placeholders from flyway.conf")
        .doesNotHaveDuplicates();
  }

  @Test
  void flyway_toml_is_read_and_wins_over_flyway_conf() throws IOException {
    write(project.resolve("flyway.conf"), "flyway.table=from_conf\n");
    write(
        project.resolve("flyway.toml"),
        """
        [environments.default]
        url = "jdbc:postgresql://elsewhere/x"

        [flyway]
        locations = ["filesystem:sql", "filesystem:more"]
        defaultSchema = "audit"
        table = "from_toml"
        mixed = true

        [flyway.placeholders]
        currency = "CHF"
        """);

    MigrationSettings settings = resolve();

    assertThat(settings.locations())
        .containsExactly(project.resolve("sql"), project.resolve("more"));
    assertThat(settings.historyTable()).isEqualTo("from_toml");
    assertThat(settings.historyHome()).contains("audit");
    assertThat(settings.mixed()).isTrue();
    assertThat(settings.placeholders()).containsEntry("currency", "CHF");
  }

  @Test
  void spring_yaml_is_read_without_profiles_and_with_its_defaults() throws IOException {
    write(
        resources.resolve("application.yml"),
        """
        spring:
          flyway:
            locations: classpath:db/{vendor}
            out-of-order: true
            default-schema: ${DB_SCHEMA:shop}
            table: ${FLYWAY_TABLE}
            placeholders:
              currency: CHF
        ---
        spring:
          config.activate.on-profile: test
          flyway:
            locations: classpath:db/testdata
        """);

    MigrationSettings settings = resolve();

    assertThat(settings.locations()).containsExactly(resources.resolve("db/postgresql"));
    assertThat(settings.outOfOrder()).isTrue();
    assertThat(settings.historySchema()).contains("shop");
    assertThat(settings.historyTable())
        .as("known at run time only")
        .isEqualTo("flyway_schema_history");
    assertThat(settings.placeholders()).containsEntry("currency", "CHF");
    assertThat(settings.origins()).contains("locations from spring.flyway in application.yml");
  }

  @Test
  void spring_properties_are_read_and_win_over_yaml_as_in_spring() throws IOException {
    write(
        resources.resolve("application.properties"),
        "spring.flyway.table=from_properties\nspring.flyway.locations=classpath:a,classpath:b\n");
    write(resources.resolve("application.yml"), "spring.flyway.table: from_yaml\n");

    MigrationSettings settings = resolve();

    assertThat(settings.historyTable()).isEqualTo("from_properties");
    assertThat(settings.locations())
        .containsExactly(resources.resolve("a"), resources.resolve("b"));
  }

  @Test
  void a_yaml_list_of_locations_is_a_list() throws IOException {
    write(
        resources.resolve("application.yml"),
        "spring:\n  flyway:\n    locations:\n      - classpath:a\n      - classpath:b\n");

    assertThat(resolve().locations())
        .containsExactly(resources.resolve("a"), resources.resolve("b"));
  }

  @Test
  void setting_by_setting_the_nearer_place_wins() throws IOException {
    write(
        resources.resolve("application.yml"),
        "spring.flyway: {table: spring, encoding: ISO-8859-1, schemas: spring, default-schema:"
            + " s}\n");
    write(
        project.resolve("flyway.conf"),
        "flyway.table=conf\nflyway.encoding=US-ASCII\nflyway.schemas=conf\n");
    Map<String, String> plugin = Map.of("table", "plugin", "encoding", "UTF-16");
    Map<String, String> own = Map.of("table", "own");

    MigrationSettings settings = resolver(own, plugin).resolve();

    assertThat(settings.historyTable()).isEqualTo("own");
    assertThat(settings.encoding()).isEqualTo(StandardCharsets.UTF_16);
    assertThat(settings.schemas()).containsExactly("conf");
    assertThat(settings.historySchema()).contains("s");
    assertThat(settings.origins())
        .containsExactlyInAnyOrder(
            "encoding from flyway-maven-plugin in the POM",
            "schemas from flyway.conf",
            "defaultSchema from spring.flyway in application.yml");
  }

  @Test
  void without_any_configuration_the_database_is_postgresql() {
    assertThat(resolve().database()).isEqualTo(Database.POSTGRESQL);
  }

  @Test
  void the_database_is_the_one_that_a_jdbc_url_names() throws IOException {
    write(resources.resolve("application.yml"), "spring.datasource.url: jdbc:mariadb://db/shop\n");
    assertThat(resolve().database()).isEqualTo(Database.MARIADB);
    assertThat(resolve().origins())
        .containsExactly("MariaDB from spring.flyway in application.yml");

    write(project.resolve("flyway.conf"), "flyway.url=jdbc:mysql://db/shop\n");
    assertThat(resolve().database()).isEqualTo(Database.MYSQL);

    Map<String, String> plugin = Map.of("url", "jdbc:postgresql://db/shop");
    assertThat(resolver(Map.of(), plugin).resolve().database()).isEqualTo(Database.POSTGRESQL);
  }

  @Test
  void a_url_that_names_no_product_we_know_says_nothing() throws IOException {
    write(project.resolve("flyway.conf"), "flyway.url=jdbc:h2:mem:x\n");
    assertThat(resolve().database()).isEqualTo(Database.POSTGRESQL);
  }

  @Test
  void a_wrapped_url_names_the_product_behind_the_wrapper() throws IOException {
    write(project.resolve("flyway.conf"), "flyway.url=jdbc:tc:mysql:8.4:///shop\n");
    assertThat(resolve().database()).isEqualTo(Database.MYSQL);
  }

  @Test
  void what_the_user_says_wins_over_every_url() throws IOException {
    write(project.resolve("flyway.conf"), "flyway.url=jdbc:mysql://db/shop\n");

    assertThat(resolver(Map.of("database", "MariaDB"), Map.of()).resolve().database())
        .isEqualTo(Database.MARIADB);
    assertThat(resolver(Map.of("database", "postgres"), Map.of()).resolve().database())
        .isEqualTo(Database.POSTGRESQL);
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> resolver(Map.of("database", "oracle"), Map.of()).resolve())
        .withMessage("schema.database is 'oracle'")
        .satisfies(e -> assertThat(e.remedy()).isEqualTo("use one of: postgresql, mysql, mariadb"));
  }

  @ParameterizedTest
  @EnumSource
  void the_vendor_in_a_location_is_the_product(Database database) {
    MigrationSettings settings =
        resolver(
                Map.of("database", database.id(), "locations", "filesystem:sql/{vendor}"), Map.of())
            .resolve();

    assertThat(settings.locations()).containsExactly(project.resolve("sql/" + database.id()));
  }

  @Test
  void placeholders_are_merged_name_by_name() throws IOException {
    write(
        project.resolve("flyway.conf"), "flyway.placeholders.a=conf\nflyway.placeholders.b=conf\n");

    assertThat(resolver(Map.of("placeholders.a", "own"), Map.of()).resolve().placeholders())
        .containsOnly(Map.entry("a", "own"), Map.entry("b", "conf"));
  }

  @Test
  void a_location_without_prefix_is_a_resource_folder_or_one_of_the_project() throws IOException {
    Files.createDirectories(resources.resolve("db/one"));
    Files.createDirectories(project.resolve("db/two"));

    assertThat(resolver(Map.of("locations", "db/one,db/two"), Map.of()).resolve().locations())
        .containsExactly(resources.resolve("db/one"), project.resolve("db/two"));
  }

  @Test
  void what_cannot_be_read_is_named() throws IOException {
    write(project.resolve("flyway.toml"), "[flyway\n");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::resolve)
        .withMessageStartingWith("the file cannot be read: ")
        .satisfies(e -> assertThat(e.location()).contains(Location.ofFile("flyway.toml")));
  }

  @Test
  void yaml_that_makes_objects_or_explodes_is_refused() throws IOException {
    write(
        resources.resolve("application.yml"),
        "spring: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost/']]\n");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::resolve)
        .satisfies(e -> assertThat(e.location()).contains(Location.ofFile("application.yml")));
  }

  @Test
  void locations_outside_of_the_project_and_unknown_encodings_are_refused() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> resolver(Map.of("locations", "s3:bucket/sql"), Map.of()).resolve())
        .withMessage("the location 's3:bucket/sql' is not in the project");
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> resolver(Map.of("encoding", "UTF8?"), Map.of()).resolve())
        .withMessage("the encoding 'UTF8?' is unknown");
  }

  @Test
  void without_any_sign_of_it_flyway_does_not_run_the_migrations() throws IOException {
    assertThat(resolver(Map.of("schemas", "shop"), Map.of()).flywayRun())
        .isEqualTo(FlywayRun.UNKNOWN);
    // A version of Flyway is not a setting of Flyway's, nor is a data source.
    assertThat(resolver(Map.of(), Map.of("version", "13")).flywayRun())
        .isEqualTo(FlywayRun.UNKNOWN);
    write(
        resources.resolve("application.yml"),
        "spring: {datasource: {url: 'jdbc:postgresql://db/shop'}}");
    assertThat(resolver(Map.of(), Map.of()).flywayRun()).isEqualTo(FlywayRun.UNKNOWN);
    write(resources.resolve("application.yml"), "spring: {flyway: {enabled: false, table: t}}");
    assertThat(resolver(Map.of(), Map.of()).flywayRun()).isEqualTo(FlywayRun.UNKNOWN);
  }

  @Test
  void how_flyway_runs_the_migrations_is_read_wherever_it_is_said() throws IOException {
    FlywayRun said =
        new FlywayRun(
            Optional.of("flyway-maven-plugin in the POM"),
            false,
            Optional.of("SET lock_timeout = '2s'"));
    assertThat(
            resolver(
                    Map.of(),
                    Map.of(
                        "postgresqlTransactionalLock",
                        "false",
                        "initSql",
                        "SET lock_timeout = '2s'"))
                .flywayRun())
        .isEqualTo(said);

    write(
        resources.resolve("application.properties"),
        """
        spring.flyway.postgresql.transactional-lock=false
        spring.flyway.init-sqls[0]=SET lock_timeout = '2s'
        spring.flyway.init-sqls[1]=SET statement_timeout = 0
        """);
    FlywayRun spring = resolver(Map.of(), Map.of()).flywayRun();
    assertThat(spring.origin()).contains("spring.flyway in application.properties");
    assertThat(spring.transactionalLock()).isFalse();
    assertThat(spring.initSql().orElseThrow()).contains("lock_timeout", "statement_timeout");

    write(
        project.resolve("flyway.conf"),
        "flyway.postgresql.transactional.lock=false\nflyway.initSql=SET lock_timeout = '2s'\n");
    assertThat(resolver(Map.of(), Map.of()).flywayRun())
        .isEqualTo(new FlywayRun(Optional.of("flyway.conf"), false, said.initSql()));

    write(
        project.resolve("flyway.toml"),
        """
        [flyway]
        environment = "prod"
        [flyway.postgresql]
        transactional.lock = false
        [environments.prod]
        initSql = "SET lock_timeout = '2s'"
        """);
    assertThat(resolver(Map.of(), Map.of()).flywayRun())
        .isEqualTo(new FlywayRun(Optional.of("flyway.toml"), false, said.initSql()));
  }

  private MigrationSettings resolve() {
    return resolver(Map.of(), Map.of()).resolve();
  }

  private MigrationSettingsResolver resolver(Map<String, String> own, Map<String, String> plugin) {
    return new MigrationSettingsResolver(
        new ProjectLayout(project, List.of(resources)), own, plugin);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }
}
