package io.github.schemagitops.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

/** What a POM says lands in the Mojos' fields, put there by Maven's own configurator. */
@MojoTest
class MojoParametersTest {

  private static final String POM = "src/test/resources/mojo/every-parameter.xml";
  private static final String MINIMAL =
      "<project><build><plugins><plugin><artifactId>schema-gitops-maven-plugin</artifactId>"
          + "<configuration/></plugin></plugins></build></project>";

  @Test
  void the_pom_of_these_tests_sets_every_parameter_of_every_goal() {
    Set<String> configured =
        Arrays.stream(
                xml("/mojo/every-parameter.xml")
                    .getChild("build")
                    .getChild("plugins")
                    .getChild("plugin")
                    .getChild("configuration")
                    .getChildren())
            .map(Xpp3Dom::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> editable =
        Arrays.stream(xml("/META-INF/maven/plugin.xml").getChild("mojos").getChildren())
            .filter(mojo -> !mojo.getChild("goal").getValue().equals("help"))
            .flatMap(mojo -> Arrays.stream(mojo.getChild("parameters").getChildren()))
            .filter(parameter -> parameter.getChild("editable").getValue().equals("true"))
            .map(parameter -> parameter.getChild("name").getValue())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(configured).isEqualTo(editable);
  }

  @Test
  @InjectMojo(goal = "validate", pom = POM)
  void parameters_of_validate_land(ValidateMojo mojo) throws Exception {
    assertCommon(fields(mojo));
  }

  @Test
  @InjectMojo(goal = "lint", pom = POM)
  void parameters_of_lint_land(LintMojo mojo) throws Exception {
    assertCommon(fields(mojo));
    assertThat(fields(mojo)).containsEntry("lintAll", true).containsEntry("shadowVersion", "17");
    assertThat(fields(mojo).get("shadow")).hasFieldOrPropertyWithValue("version", "16");
    assertThat((List<?>) fields(mojo).get("undoLocations")).hasSize(1);
  }

  @Test
  @InjectMojo(goal = "shadow-migrate", pom = POM)
  void parameters_of_shadow_migrate_land(ShadowMigrateMojo mojo) throws Exception {
    assertCommon(fields(mojo));
    assertShadow(fields(mojo));
    assertEnvironments(fields(mojo));
    assertThat(fields(mojo)).containsEntry("mergeWith", List.of("topic-a", "topic-b"));
    assertThat(String.valueOf(fields(mojo).get("seedDirectory")))
        .endsWith(Path.of("src/seed").toString());
    assertSnapshotFile(fields(mojo));
    assertThat((List<?>) fields(mojo).get("undoLocations"))
        .singleElement()
        .asString()
        .endsWith(Path.of("src/undo").toString());
  }

  @Test
  @InjectMojo(goal = "snapshot", pom = POM)
  void parameters_of_snapshot_land(SnapshotMojo mojo) throws Exception {
    assertCommon(fields(mojo));
    assertShadow(fields(mojo));
    assertSnapshotFile(fields(mojo));
  }

  @Test
  @InjectMojo(goal = "stats", pom = POM)
  void parameters_of_stats_land(StatsMojo mojo) throws Exception {
    assertCommon(fields(mojo));
    assertEnvironments(fields(mojo));
    assertThat(String.valueOf(fields(mojo).get("statsFile")))
        .endsWith(Path.of("src/sizes.json").toString());
  }

  @Test
  @InjectMojo(goal = "drift-check", pom = POM)
  void parameters_of_drift_check_land(DriftCheckMojo mojo) throws Exception {
    assertCommon(fields(mojo));
    assertShadow(fields(mojo));
    assertEnvironments(fields(mojo));
    assertIgnores(fields(mojo));
    assertThat(fields(mojo))
        .containsEntry("alertWebhookServerId", "pager")
        .containsEntry("alertSlackServerId", "slack")
        .containsEntry("metricsPushgateway", "http://gateway:9091");
    assertThat(String.valueOf(fields(mojo).get("alertStateFile"))).endsWith("alerts.txt");
    assertThat(String.valueOf(fields(mojo).get("metricsFile"))).endsWith("shop.prom");
  }

  @Test
  @InjectMojo(goal = "reconcile", pom = POM)
  void parameters_of_reconcile_land(ReconcileMojo mojo) throws Exception {
    Map<String, Object> fields = fields(mojo);

    assertCommon(fields);
    assertShadow(fields);
    assertEnvironments(fields);
    assertIgnores(fields);
    assertThat(fields)
        .containsEntry("adopt", true)
        .containsEntry("adopted", "31")
        .containsEntry("allow", List.of("drop-table", "drop-column"))
        .containsEntry("apply", true)
        .containsEntry("deployLockTimeout", "1m")
        .containsEntry("lockTimeout", "500ms");
  }

  @Test
  @InjectMojo(goal = "reconcile", pom = MINIMAL)
  void without_configuration_a_reconciliation_changes_nothing(ReconcileMojo mojo) throws Exception {
    assertThat(fields(mojo))
        .containsEntry("adopt", false)
        .containsEntry("adopted", null)
        .containsEntry("allow", List.of())
        .containsEntry("apply", false);
  }

  @Test
  @InjectMojo(goal = "deploy", pom = POM)
  void parameters_of_deploy_land(DeployMojo mojo) throws Exception {
    Map<String, Object> fields = fields(mojo);

    assertCommon(fields);
    assertShadow(fields);
    assertEnvironments(fields);
    assertIgnores(fields);
    assertThat(fields)
        .containsEntry("deployLockTimeout", "1m")
        .containsEntry("lockTimeout", "500ms")
        .containsEntry("onDrift", "warn");
  }

  @Test
  @InjectMojo(goal = "deploy", pom = MINIMAL)
  void without_configuration_the_documented_defaults_hold(DeployMojo mojo) throws Exception {
    assertThat(fields(mojo))
        .containsEntry("deployLockTimeout", "5m")
        .containsEntry("lockTimeout", "3s")
        .containsEntry("onDrift", "fail")
        .containsEntry("failOn", "error")
        .containsEntry("skip", false)
        .containsEntry("environments", null)
        .containsEntry("driftPrivileges", false)
        .containsEntry("cache", true)
        .containsEntry("cacheSize", "1g")
        .containsEntry("shadow", null);
  }

  private static void assertCommon(Map<String, Object> fields) {
    assertThat(fields)
        .containsEntry("locations", List.of("filesystem:sql", "classpath:db"))
        .containsEntry("database", "mariadb")
        .containsEntry("encoding", "ISO-8859-1")
        .containsEntry("database", "mariadb")
        .containsEntry("schemas", List.of("shop", "audit"))
        .containsEntry("table", "history")
        .containsEntry("outOfOrder", true)
        .containsEntry("gitBase", "origin/release")
        .containsEntry("lintRules", "prefer-text=error")
        .containsEntry("failOn", "warning")
        .containsEntry("skip", true);
    Map<String, String> rules = new HashMap<>();
    rules.put("drop-column", "warning");
    rules.put("naming.table", "[a-z_]+");
    rules.put("empty", null);
    assertThat(fields.get("lint"))
        .hasFieldOrPropertyWithValue("rules", rules)
        .hasFieldOrPropertyWithValue("serverVersion", "16")
        .hasFieldOrPropertyWithValue("deployedBy", "flyway")
        .hasFieldOrPropertyWithValue("statistics", "rows.json");
    Map<String, String> placeholders = new HashMap<>();
    placeholders.put("currency", "CHF");
    placeholders.put("empty", null);
    assertThat(fields).containsEntry("placeholders", placeholders);
    assertThat(String.valueOf(fields.get("reportDirectory")))
        .endsWith(Path.of("target/reports").toString());
  }

  private static void assertSnapshotFile(Map<String, Object> fields) {
    assertThat(String.valueOf(fields.get("snapshotFile")))
        .endsWith(Path.of("src/schema.txt").toString());
  }

  private static void assertShadow(Map<String, Object> fields) {
    assertThat(fields)
        .containsEntry("shadowProvider", "container")
        .containsEntry("shadowVersion", "17")
        .containsEntry("shadowImage", "postgres:17")
        .containsEntry("shadowExtensions", List.of("pg_trgm"))
        .containsEntry("shadowTimeLimit", "90s")
        .containsEntry("shadowMemory", "2g")
        .containsEntry("shadowUrl", "jdbc:postgresql://other/postgres")
        .containsEntry("cache", false)
        .containsEntry("cacheSize", "512m");
    assertThat(String.valueOf(fields.get("cacheDirectory")))
        .endsWith(Path.of("target/states").toString());
    assertThat(fields.get("shadow"))
        .hasFieldOrPropertyWithValue("provider", "embedded")
        .hasFieldOrPropertyWithValue("version", "16")
        .hasFieldOrPropertyWithValue("image", "postgres:16")
        .hasFieldOrPropertyWithValue("extensions", List.of("citext"))
        .hasFieldOrPropertyWithValue("timeLimit", "5m")
        .hasFieldOrPropertyWithValue("memory", "256m")
        .hasFieldOrPropertyWithValue("url", "jdbc:postgresql://scratch/postgres")
        .hasFieldOrPropertyWithValue("user", "scratcher")
        .hasFieldOrPropertyWithValue("passwordFile", "scratch.txt")
        .hasFieldOrPropertyWithValue("serverId", "scratch-db");
    assertThat(fields.get("repositorySystem")).isNotNull();
  }

  private static void assertIgnores(Map<String, Object> fields) {
    assertThat((List<?>) fields.get("ignores"))
        .singleElement()
        .hasFieldOrPropertyWithValue("kind", "index")
        .hasFieldOrPropertyWithValue("name", "public.tmp_*")
        .hasFieldOrPropertyWithValue("reason", "the DBA's experiments")
        .hasFieldOrPropertyWithValue("expires", "2027-01-31")
        .hasFieldOrPropertyWithValue("environment", "prod*");
  }

  private static void assertEnvironments(Map<String, Object> fields) {
    assertThat(fields)
        .containsEntry("environment", "staging")
        .containsEntry("driftPrivileges", true);
    assertThat(fields.get("settingsDecrypter")).isNotNull();
    assertThat((List<?>) fields.get("environments"))
        .satisfiesExactly(
            production ->
                assertThat(production)
                    .hasFieldOrPropertyWithValue("id", "production")
                    .hasFieldOrPropertyWithValue("url", "jdbc:postgresql://db/shop")
                    .hasFieldOrPropertyWithValue("user", "deployer")
                    .hasFieldOrPropertyWithValue("passwordFile", "password.txt"),
            staging ->
                assertThat(staging)
                    .hasFieldOrPropertyWithValue("id", "staging")
                    .hasFieldOrPropertyWithValue("serverId", "staging-db"));
  }

  private static Map<String, Object> fields(Mojo mojo) throws IllegalAccessException {
    return MojoExtension.getVariablesAndValuesFromObject(mojo);
  }

  private static Xpp3Dom xml(String resource) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(MojoParametersTest.class.getResourceAsStream(resource)),
            StandardCharsets.UTF_8)) {
      return Xpp3DomBuilder.build(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XmlPullParserException e) {
      throw new AssertionError(e);
    }
  }
}
