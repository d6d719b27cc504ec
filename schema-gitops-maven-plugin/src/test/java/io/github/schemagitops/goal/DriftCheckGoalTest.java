package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.DriftCheckConfig;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.deploy.DeployLock;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.ReportGoldens;
import io.github.schemagitops.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift of a real database that was deployed from a real repository. */
class DriftCheckGoalTest {

  private static final Outcome CLEAN = new Outcome(Verdict.PASSED, ExitCode.OK);
  private static final Outcome DRIFTED = new Outcome(Verdict.DRIFTED, ExitCode.DRIFT);
  private static final Outcome UNKNOWN = new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN);

  @TempDir Path directory;
  private GitProject project;
  private TestDatabase database;

  @BeforeEach
  void deployEverything() {
    database = new TestDatabase();
    project = GitProject.in(directory);
    project
        .migration(
            "V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, email text NOT NULL);\n")
        .migration("V2__email.sql", "CREATE INDEX orders_email ON orders (email);\n")
        .migration(
            "R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) AS n FROM orders;\n")
        .commit("Orders")
        .publish();
    apply(project.settings());
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void a_database_as_deployed_is_clean() {
    Report report = check();

    assertThat(report.outcome()).isEqualTo(CLEAN);
    ReportGoldens.check("drift-check-passes", report, project.directory());
  }

  @Test
  void what_was_added_changed_and_removed_by_hand_is_listed() throws SQLException {
    database.execute(
        "CREATE INDEX tmp_fix ON orders (id, email)",
        "ALTER TABLE orders ALTER email DROP NOT NULL",
        "DROP INDEX orders_email",
        "CREATE OR REPLACE VIEW totals AS SELECT count(*) + 1 AS n FROM orders");

    Report report = check();

    assertThat(report.outcome()).isEqualTo(DRIFTED);
    assertThat(report.headline()).isEqualTo("2 changed, 1 added, 1 missing");
    ReportGoldens.check("drift-check-drifted", report, project.directory());
  }

  @Test
  void a_pending_migration_is_no_drift() {
    project.migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n").commit("Status");

    Report report = check();

    assertThat(report.outcome()).isEqualTo(CLEAN);
    assertThat(report.migrations().pending()).isEqualTo(1);
  }

  @Test
  void an_edited_file_is_told_and_its_applied_text_is_found_in_git() {
    project
        .migration(
            "V1__orders.sql", "CREATE TABLE orders (id uuid PRIMARY KEY, email text NOT NULL);\n")
        .commit("Edited");

    Report report = check();

    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("applied-migration-edited");
    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.FINDINGS));
    assertThat(report.changes().orElseThrow().diff().isEmpty()).isTrue();
  }

  @Test
  void a_missing_file_makes_the_answer_unknown() {
    project.migration("V3__lost.sql", "CREATE TABLE lost (id int);\n");
    apply(project.settings());
    project.delete("V3__lost.sql");

    Report report = check();

    assertThat(report.unknown())
        .containsExactly(
            "what V3__lost.sql did is not known: its file is missing, and its text is not in Git's"
                + " history");
    ReportGoldens.check("drift-check-unknown", report, project.directory());
    assertThat(report.outcome()).isEqualTo(UNKNOWN);
  }

  @Test
  void schemas_that_no_migration_made_are_listed_and_not_compared() throws SQLException {
    database.execute("CREATE SCHEMA other_app", "CREATE TABLE other_app.t (id int)");

    Report report = check();

    assertThat(report.outcome()).isEqualTo(CLEAN);
    assertThat(report.notCompared()).contains("schema other_app (no migration made it)");
  }

  @Test
  void while_a_deploy_runs_nothing_is_promised() {
    DeployLock deploy =
        DeployLock.acquire(
            database.spec(),
            Dialects.of(database.spec().url()),
            DeployLock.key("flyway_schema_history"),
            Duration.ofSeconds(1),
            message -> {});
    try (deploy) {
      Report report = check();

      assertThat(report.outcome()).isEqualTo(UNKNOWN);
      assertThat(report.unknown()).singleElement().asString().startsWith("a deploy is running: ");
    }
  }

  @Test
  void a_repeatable_that_is_pending_with_a_new_text_is_expected_with_its_older_one() {
    project
        .migration(
            "R__totals.sql",
            "CREATE OR REPLACE VIEW totals AS SELECT count(*) AS n, 1 AS one FROM orders;\n")
        .commit("Totals");

    Report report = check();

    assertThat(report.outcome()).isEqualTo(CLEAN);
    assertThat(report.migrations().pending()).isEqualTo(1);
  }

  @Test
  void versions_that_were_applied_out_of_order_are_replayed_so() {
    project.migration("V1.5__late.sql", "ALTER TABLE orders ADD late text;\n").commit("Late");
    apply(project.settings().inAnyOrder());

    assertThat(check().outcome()).isEqualTo(CLEAN);
  }

  @Test
  void a_history_table_in_another_schema_is_found() throws SQLException {
    MigrationSettings elsewhere = withHistoryIn("audit");
    project.migration("V3__audit.sql", "CREATE TABLE audit.log (id bigint);\n").commit("Audit");
    database.execute("DROP VIEW totals", "DROP TABLE orders", "DROP TABLE flyway_schema_history");
    apply(elsewhere);

    Report report = check(elsewhere);

    assertThat(report.outcome()).as(report.answer() + report.unknown()).isEqualTo(CLEAN);
    database.execute("ALTER TABLE audit.log ADD drifted text");
    assertThat(check(elsewhere).headline()).isEqualTo("1 added");
  }

  @Test
  void a_database_without_history_is_refused() throws SQLException {
    database.execute("DROP TABLE flyway_schema_history");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::check)
        .withMessage(
            "environment 'production' has no history table 'flyway_schema_history': nothing says"
                + " what it should be")
        .satisfies(e -> assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.REFUSED));
  }

  @Test
  void the_database_is_only_read() throws SQLException {
    String writes =
        "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del), count(*) FROM pg_stat_user_tables";
    List<String> before = database.query(writes);

    check();

    assertThat(database.query(writes)).isEqualTo(before);
  }

  private MigrationSettings withHistoryIn(String schema) {
    MigrationSettings s = project.settings();
    return new MigrationSettings(
        s.database(),
        s.locations(),
        s.placeholders(),
        s.placeholderSyntax(),
        s.encoding(),
        s.naming(),
        List.of("public", schema),
        s.historyTable(),
        Optional.of(schema),
        false,
        false,
        List.of());
  }

  private void apply(MigrationSettings settings) {
    FlywayEngine engine = new FlywayEngine();
    assertThat(
            engine
                .apply(
                    engine.read(
                        MigrationFiles.read(project.directory(), settings.locations()), settings),
                    settings,
                    database.spec(),
                    ApplyListener.NONE)
                .failure())
        .isEmpty();
  }

  private Report check() {
    return check(project.settings());
  }

  private Report check(MigrationSettings settings) {
    return new DriftCheckGoal(new FlywayEngine())
        .run(
            new DriftCheckConfig(
                project.config(settings),
                database.environment("production"),
                Databases.config(ShadowConfig.Provider.EMBEDDED, 17)));
  }
}
