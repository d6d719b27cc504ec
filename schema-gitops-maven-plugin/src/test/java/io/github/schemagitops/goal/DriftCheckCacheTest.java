package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.Step;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a check needs a throwaway server, and which one. */
class DriftCheckCacheTest {

  @TempDir Path directory;
  private DeployedProject project;
  private GitProject git;

  @BeforeEach
  void checkedOnce() {
    project = new DeployedProject(directory.resolve("project"));
    git = project.git;
    git.migration("V1__a.sql", "CREATE TABLE a (id int, who text DEFAULT '${who}');\n");
    git.migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;\n").commit("A");
    project.placeholders = Map.of("who", "me");
    project.deploy();
    project.shadow = startable("1.0");
    Report first = project.check();
    assertThat(first.outcome().verdict()).as(first.answer()).isEqualTo(Verdict.PASSED);
    assertThat(origin(first)).startsWith("replayed (2 migrations, ");
    project.shadow = withoutAnyServer("1.0");
  }

  @AfterEach
  void end() {
    project.close();
  }

  @Test
  void a_second_check_starts_no_server_and_says_so() {
    Report second = project.check();

    assertThat(second.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(origin(second))
        .matches(
            "from cache \\(2 migrations, no server was started\\), of 20\\d\\d-\\d\\d-\\d\\d on"
                + " .*PostgreSQL 17.*");
  }

  @Test
  void a_second_check_sees_drift_too() throws SQLException {
    project.database.execute("ALTER TABLE a ADD by_hand int", "DROP VIEW v");

    Report second = project.check();

    assertThat(second.outcome().verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(second.headline()).isEqualTo("1 added, 1 missing");
  }

  @Test
  void a_pending_migration_changes_nothing_about_it() {
    git.migration("V2__b.sql", "CREATE TABLE b (id int);\n");
    git.migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id, 1 AS x FROM a;\n");
    git.commit("Pending");

    Report second = project.check();

    assertThat(second.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(second.migrations().pending()).isEqualTo(2);
    assertThat(origin(second)).startsWith("from cache");
  }

  @Test
  void a_migration_more_needs_a_server() {
    git.migration("V2__b.sql", "CREATE TABLE b (id int);\n").commit("New");
    project.deploy();

    assertNeedsServer();
  }

  @Test
  void another_build_of_the_tool_needs_a_server() {
    project.shadow = withoutAnyServer("1.1");

    assertNeedsServer();
  }

  @Test
  void another_value_of_a_placeholder_needs_a_server() {
    project.placeholders = Map.of("who", "you");

    assertNeedsServer();
  }

  @Test
  void an_extension_more_needs_a_server() {
    project.shadow = with(project.shadow, List.of("citext"));

    assertNeedsServer();
  }

  @Test
  void without_a_cache_every_check_starts_a_server() {
    project.shadow = Databases.config(ShadowConfig.Provider.EMBEDDED, 17);

    assertThat(origin(project.check())).startsWith("replayed");
  }

  @Test
  void servers_of_different_versions_are_compared_only_on_request() throws SQLException {
    Databases.requireDocker();
    project.shadow = Databases.config(ShadowConfig.Provider.CONTAINER, 18);

    Report refused = project.check();
    project.allowVersionMismatch = true;
    Report compared = project.check();
    project.database.execute("ALTER TABLE a ADD by_hand int");
    Report drifted = project.check();

    assertThat(refused.outcome().exitCode()).isEqualTo(ExitCode.UNKNOWN);
    assertThat(refused.headline()).isEqualTo("nothing was compared: the server versions differ");
    assertThat(refused.remedy()).contains("-Dschema.drift.allowVersionMismatch=true");
    assertThat(compared.outcome().verdict()).isEqualTo(Verdict.WARNED);
    assertThat(compared.findings())
        .extracting(Finding::message)
        .containsExactly(
            "the database runs version 17 and was compared with version 18, which may write a"
                + " definition in another way");
    assertThat(drifted.headline()).isEqualTo("1 added");
  }

  private void assertNeedsServer() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(project::check)
        .withMessageContaining("no server can be started");
  }

  private static String origin(Report report) {
    return report.steps().stream()
        .filter(s -> s.label().equals("expected state"))
        .map(Step::text)
        .findFirst()
        .orElseThrow();
  }

  private ShadowConfig startable(String tool) {
    return kept(Databases.config(ShadowConfig.Provider.EMBEDDED, 17), tool);
  }

  /** The programs of the server cannot be had. */
  private ShadowConfig withoutAnyServer(String tool) {
    ShadowConfig startable = startable(tool);
    return new ShadowConfig(
        startable.provider(),
        startable.database(),
        startable.version(),
        startable.image(),
        startable.server(),
        startable.extensions(),
        startable.limits(),
        startable.cache(),
        (group, artifact, version) -> {
          throw SchemaGitOpsException.error(
              ExitCode.UNREACHABLE, "no server can be started", "", null);
        });
  }

  private ShadowConfig kept(ShadowConfig config, String tool) {
    return new ShadowConfig(
        config.provider(),
        config.database(),
        config.version(),
        config.image(),
        config.server(),
        config.extensions(),
        config.limits(),
        Optional.of(new CacheSettings(directory.resolve("cache"), 1L << 30, tool)),
        config.artifacts());
  }

  private static ShadowConfig with(ShadowConfig config, List<String> extensions) {
    return new ShadowConfig(
        config.provider(),
        config.database(),
        config.version(),
        config.image(),
        config.server(),
        extensions,
        config.limits(),
        config.cache(),
        config.artifacts());
  }
}
