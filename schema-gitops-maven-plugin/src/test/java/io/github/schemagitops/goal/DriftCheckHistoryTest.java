package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Migrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database should be when its history is not one straight line. */
class DriftCheckHistoryTest {

  private static final Outcome CLEAN = new Outcome(Verdict.PASSED, ExitCode.OK);
  private static final Outcome WARNED = new Outcome(Verdict.WARNED, ExitCode.OK);
  private static final Outcome UNKNOWN = new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN);

  @TempDir Path directory;
  private DeployedProject project;
  private GitProject git;

  @BeforeEach
  void start() {
    project = new DeployedProject(directory);
    git = project.git;
  }

  @AfterEach
  void end() {
    project.close();
  }

  /** V2 sees what V1.5 made only because it ran later. */
  @Test
  void versions_run_in_the_order_in_which_they_ran_there() {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\n");
    git.migration("V2__rename.sql", "ALTER TABLE IF EXISTS late RENAME TO renamed;\n").commit("A");
    project.deploy();
    git.migration("V1.5__late.sql", "CREATE TABLE late (id int);\n").commit("Late");
    project.settings = project.settings.inAnyOrder();
    project.deploy();

    assertOutcome(project.check(), CLEAN);
  }

  @Test
  void an_edited_repeatable_is_expected_as_it_was_applied_not_as_it_is() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int, b int);\n");
    git.migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;\n").commit("A");
    project.deploy();
    git.migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id, b FROM a;\n").commit("B");

    assertOutcome(project.check(), CLEAN);
    project.database.execute("CREATE OR REPLACE VIEW v AS SELECT id, b FROM a");
    assertThat(project.check().headline()).isEqualTo("1 changed");
  }

  @Test
  void a_baseline_at_5_knows_that_10_comes_after_it() throws SQLException {
    git.migration("V2__a.sql", "CREATE TABLE a (id int);\n");
    git.migration("V5__b.sql", "CREATE TABLE b (id int);\n");
    git.migration("V10__c.sql", "CREATE TABLE c (id int);\n").commit("All");
    project.database.execute("CREATE TABLE a (id int)", "CREATE TABLE b (id int)");
    baseline("5");

    Report before = project.check();

    assertOutcome(before, CLEAN);
    assertThat(before.migrations().pending()).isEqualTo(1);
    project.deploy();
    assertThat(project.database.query("SELECT to_regclass('c')")).containsExactly("c");
    assertOutcome(project.check(), CLEAN);
    project.database.execute("DROP TABLE a");
    assertThat(project.check().headline()).isEqualTo("1 missing");
  }

  @Test
  void what_was_there_before_a_baseline_without_scripts_is_unknown() throws SQLException {
    git.migration("V6__a.sql", "CREATE TABLE a (id int);\n").commit("All");
    project.database.execute("CREATE TABLE before (id int)");
    baseline("5");
    project.deploy();

    Report report = project.check();

    assertOutcome(report, UNKNOWN);
    assertThat(report.unknown())
        .containsExactly(
            "history begins at baseline version 5: what existed before is in no script");
  }

  @Test
  void a_baseline_script_ran_in_place_of_the_versions_up_to_its_own() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\n");
    git.migration("V4__b.sql", "CREATE TABLE b (id int);\n");
    git.migration("B4__all.sql", "CREATE TABLE a (id bigint);\nCREATE TABLE b (id bigint);\n");
    git.migration("V5__c.sql", "CREATE TABLE c (id int);\n").commit("All");
    project.deploy();

    Report report = project.check();

    assertThat(
            project.database.query(
                "SELECT version, type FROM flyway_schema_history ORDER BY installed_rank"))
        .containsExactly("4|SQL_BASELINE", "5|SQL");
    assertOutcome(report, CLEAN);
    assertThat(report.migrations().pending()).isZero();
    assertThat(report.subject()).contains("expected: 2 migrations + 0 repeatables");
  }

  @Test
  void files_that_went_into_a_baseline_script_are_found_in_git_where_they_ran() {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\n");
    git.migration("V2__b.sql", "CREATE TABLE b (id int);\n").commit("Two");
    project.deploy();
    git.delete("V1__a.sql").delete("V2__b.sql");
    git.migration("B2__all.sql", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n");
    git.commit("Squashed");

    Report report = project.check();

    assertOutcome(report, WARNED);
    assertThat(report.findings())
        .extracting(Finding::rule, Finding::severity)
        .containsOnly(tuple("applied-migration-missing", Severity.WARNING));
    assertThat(report.changes().orElseThrow().diff().isEmpty()).isTrue();
  }

  @Test
  void rows_that_flyway_itself_cannot_read_are_read() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\n");
    git.migration("V2__b.sql", "CREATE TABLE b (id int);\n").commit("Two");
    project.deploy();
    project.database.execute("DROP TABLE b");
    row("2", "UNDO_SQL", "U2__b.sql");

    Report report = project.check();

    assertOutcome(report, CLEAN);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("history-undone-migration");
    assertThat(report.migrations().pending()).isEqualTo(1);
  }

  @Test
  void a_row_that_was_declared_void_leaves_its_table_as_drift() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\n");
    git.migration("V2__b.sql", "CREATE TABLE b (id int);\n").commit("Two");
    project.deploy();
    git.delete("V2__b.sql").commit("Gone");
    row("2", "DELETE", "V2__b.sql");

    Report report = project.check();

    assertThat(report.headline()).isEqualTo("1 added");
    assertThat(report.findings()).extracting(Finding::rule).containsExactly("history-deleted-row");
  }

  @Test
  void a_row_of_an_unknown_type_is_unknown() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\n").commit("One");
    project.deploy();
    row("2", "SCRIPT", "V2__load.sh");

    Report report = project.check();

    assertOutcome(report, UNKNOWN);
    assertThat(report.unknown())
        .containsExactly(
            "what V2__load.sh did is not known: its row has the type SCRIPT, which this tool"
                + " cannot run");
  }

  @Test
  void a_repeatable_is_expected_with_the_values_of_its_environment() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\n");
    git.migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT '${who}' AS who;\n").commit("A");
    project.settings = project.settings.withPlaceholders(Map.of("who", "nobody"));
    project.placeholders = Map.of("who", "production");
    project.deploy();
    git.migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT '${who}!' AS who;\n").commit("B");

    Report report = project.check();

    assertThat(project.database.query("SELECT who FROM v")).containsExactly("production");
    assertOutcome(report, CLEAN);
    assertThat(report.migrations().pending()).isEqualTo(1);
    project.placeholders = Map.of();
    assertThat(project.check().unknown())
        .containsExactly(
            "the text of R__v.sql that was applied on %s is not in Git's history with today's"
                    .formatted(today())
                + " placeholder values");
  }

  @Test
  void migrations_in_two_locations_are_one_history() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\n");
    git.write("more/sub/V2__b.sql", "CREATE TABLE b (id int);\n");
    git.write("more/R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT * FROM b;\n").commit("All");
    project.settings = Migrations.settings(git.file(""), git.directory().resolve("more"));
    project.deploy();
    git.write("more/R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 1;\n").commit("New");

    assertOutcome(project.check(), CLEAN);
    project.database.execute("ALTER TABLE b ADD by_hand int");
    assertThat(project.check().headline()).isEqualTo("1 added");
  }

  @Test
  void two_schemas_are_compared_and_the_first_has_the_history() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\nCREATE TABLE audit.log (id int);\n");
    git.commit("All");
    project.settings = project.owning(Optional.empty(), "shop", "audit");
    project.deploy();

    Report report = project.check();

    assertThat(project.database.query("SELECT to_regclass('shop.flyway_schema_history')"))
        .containsExactly("shop.flyway_schema_history");
    assertOutcome(report, CLEAN);
    project.database.execute("ALTER TABLE audit.log ADD x int", "ALTER TABLE shop.a ADD x int");
    assertThat(project.check().headline()).isEqualTo("2 added");
  }

  @Test
  void the_default_schema_has_the_history_and_the_unqualified_names() throws SQLException {
    git.migration("V1__a.sql", "CREATE TABLE a (id int);\nCREATE TABLE shop.b (id int);\n");
    git.commit("All");
    project.settings = project.owning(Optional.of("app"), "shop", "app");
    project.deploy();

    assertThat(project.database.query("SELECT to_regclass('app.a')")).containsExactly("app.a");
    assertOutcome(project.check(), CLEAN);
    project.database.execute("DROP TABLE app.a");
    assertThat(project.check().headline()).isEqualTo("1 missing");
  }

  private void baseline(String version) throws SQLException {
    project.database.execute(
        "CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),"
            + " description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000)"
            + " NOT NULL, checksum int, installed_by varchar(100) NOT NULL, installed_on timestamp"
            + " NOT NULL DEFAULT now(), execution_time int NOT NULL, success boolean NOT NULL)");
    row(version, "BASELINE", "<< Flyway Baseline >>");
  }

  private void row(String version, String type, String script) throws SQLException {
    project.database.execute(
        "INSERT INTO flyway_schema_history SELECT coalesce(max(installed_rank), 0) + 1, '%s', 'x',"
                .formatted(version)
            + " '%s', '%s', NULL, 'x', now(), 0, true FROM flyway_schema_history"
                .formatted(type, script));
  }

  private String today() {
    try {
      return project
          .database
          .query("SELECT max(installed_on)::date FROM flyway_schema_history")
          .get(0);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertOutcome(Report report, Outcome outcome) {
    assertThat(report.outcome())
        .as("%s %s %s", report.answer(), report.unknown(), report.findings())
        .isEqualTo(outcome);
  }
}
