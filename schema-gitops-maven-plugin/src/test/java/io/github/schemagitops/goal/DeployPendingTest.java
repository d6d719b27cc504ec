package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.DeployConfig;
import io.github.schemagitops.config.DeployConfig.OnDrift;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which migrations a deploy takes, with which values, and how long it tries them. */
class DeployPendingTest {

  @TempDir Path directory;
  private TestDatabase database;
  private GitProject project;

  @BeforeEach
  void start() {
    database = new TestDatabase();
    project = GitProject.in(directory);
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void an_empty_database_gets_the_baseline_script_instead_of_what_it_stands_for()
      throws SQLException {
    project.migration("V1__a.sql", "CREATE TABLE a (id int);\n");
    project.migration("V4__b.sql", "CREATE TABLE b (id int);\n");
    project.migration("B4__all.sql", "CREATE TABLE a (id bigint);\nCREATE TABLE b (id bigint);\n");
    project.migration("V10__c.sql", "CREATE TABLE c (id int);\n").commit("All");

    Report first = deploy(Duration.ofMinutes(5), Map.of());
    Report second = deploy(Duration.ofMinutes(5), Map.of());

    assertThat(first.outcome().verdict()).as(first.answer()).isEqualTo(Verdict.PASSED);
    assertThat(first.headline()).isEqualTo("version 10, 2 migrations applied");
    assertThat(database.query("SELECT script, type FROM flyway_schema_history ORDER BY 1"))
        .containsExactly("B4__all.sql|SQL_BASELINE", "V10__c.sql|SQL");
    assertThat(second.outcome().verdict()).as(second.answer()).isEqualTo(Verdict.PASSED);
    assertThat(second.headline()).isEqualTo("nothing to apply: version 10");
  }

  @Test
  void the_values_are_those_of_the_environment() throws SQLException {
    project.migration("V1__a.sql", "CREATE TABLE a AS SELECT '${default_currency}' AS c;\n");
    project.commit("All");

    Report report = deploy(Duration.ofMinutes(5), Map.of("default_currency", "USD"));

    assertThat(report.outcome().verdict()).as(report.answer()).isEqualTo(Verdict.PASSED);
    assertThat(database.query("SELECT c FROM a")).containsExactly("USD");
  }

  @Test
  void what_takes_too_long_on_the_throwaway_database_does_not_touch_the_real_one()
      throws SQLException {
    project.migration("V1__a.sql", "CREATE TABLE a (id int);\nSELECT pg_sleep(600);\n");
    project.commit("All");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> deploy(Duration.ofSeconds(8), Map.of()))
        .withMessage(
            "the time limit of 8 s was reached: the pending migrations take longer than that, and"
                + " the real database was not touched");
    assertThat(database.query("SELECT to_regclass('a'), to_regclass('flyway_schema_history')"))
        .containsExactly("null|null");
  }

  private Report deploy(Duration limit, Map<String, String> placeholders) {
    ShadowConfig shadow = Databases.config(ShadowConfig.Provider.EMBEDDED, 17);
    Environment plain = database.environment("production");
    return new Deploy(new FlywayEngine())
        .run(
            new DeployConfig(
                project.config(),
                new Environment(
                    plain.id(), plain.url(), plain.user(), plain.password(), placeholders),
                new ShadowConfig(
                    shadow.provider(),
                    shadow.database(),
                    shadow.version(),
                    shadow.image(),
                    shadow.server(),
                    shadow.extensions(),
                    shadow.limits().within(limit),
                    shadow.cache(),
                    shadow.artifacts()),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                OnDrift.FAIL,
                "1.2.3"));
  }
}
