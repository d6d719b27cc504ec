package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.ReconcileConfig.Action;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Reconciliation;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.ReportGoldens;
import io.github.schemagitops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real database that drifted, taken back or taken into Git. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReconcileTest {

  private static final Outcome PASSED = new Outcome(Verdict.PASSED, ExitCode.OK);
  private static final Outcome WARNED = new Outcome(Verdict.WARNED, ExitCode.OK);
  private static final Outcome DRIFTED = new Outcome(Verdict.DRIFTED, ExitCode.DRIFT);
  private static final Outcome REFUSED = new Outcome(Verdict.FAILED, ExitCode.REFUSED);

  /** Kept from test to test: all begin with the same migrations. */
  @TempDir static Path cache;

  @TempDir Path directory;
  private GitProject project;
  private TestDatabase database;
  private ReconcileRuns runs;

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
    // An index is missing in most of the tests, and its table is closed to writes for its return.
    runs = ReconcileRuns.of(project, database, cache).allowing("block-writes");
    runs.deploy();
    // The first test fills the cache; reports of all say that they are from there.
    runs.driftCheck();
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void without_drift_there_is_nothing_to_do_and_no_script_is_left() throws Exception {
    database.execute("CREATE INDEX tmp_fix ON orders (id, email)");
    runs.run(Action.SCRIPTS);
    database.execute("DROP INDEX tmp_fix");

    Report report = runs.run(Action.SCRIPTS);

    assertThat(report.outcome()).isEqualTo(PASSED);
    assertThat(report.headline()).startsWith("nothing to reconcile: no difference among ");
    assertThat(report.reconciliation()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void both_scripts_are_written_and_proven_and_nothing_is_changed() throws Exception {
    drift();
    List<String> before = schema();

    Report report = runs.run(Action.SCRIPTS);

    assertThat(report.outcome()).isEqualTo(WARNED);
    assertThat(report.reconciliation().orElseThrow().proven()).isTrue();
    assertThat(report.reconciliation().orElseThrow().adopt().orElseThrow().proven()).isTrue();
    assertThat(files()).containsExactly("V3__adopt_drift_production.sql", "revert.sql");
    assertThat(schema()).isEqualTo(before);
    ReportGoldens.check("reconcile-drifted", report, project.directory());
    runs.checkScript("reconcile-drifted/revert.sql", "revert.sql");
    runs.checkScript("reconcile-drifted/adopt.sql", "adopt/V3__adopt_drift_production.sql");
  }

  @Test
  void the_proven_script_is_applied_and_the_next_check_is_clean() throws Exception {
    drift();

    Report report = runs.run(Action.APPLY);

    assertThat(report.outcome()).as(report.answer()).isEqualTo(PASSED);
    assertThat(report.reconciliation().orElseThrow().statements())
        .isNotEmpty()
        .allMatch(Reconciliation.Statement::applied);
    assertThat(report.reconciliation().orElseThrow().remains()).isEmpty();
    ReportGoldens.check("reconcile-applied", report, project.directory());
    assertThat(runs.driftCheck().outcome()).isEqualTo(PASSED);
    assertThat(database.query("SELECT applied_scripts, outcome FROM schema_gitops_run"))
        .containsExactly("revert.sql|succeeded");
    assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
        .containsExactly("0");
  }

  @Test
  void what_would_lose_rows_is_fenced_and_leaves_drift() throws Exception {
    drift();
    database.execute(
        "CREATE TABLE hotfix (id bigint PRIMARY KEY)", "INSERT INTO hotfix VALUES (1)");

    Report report = runs.run(Action.APPLY);

    assertThat(report.outcome()).isEqualTo(DRIFTED);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("drift-found", "repair-fenced");
    assertThat(report.reconciliation().orElseThrow().remains())
        .containsExactly("table public.hotfix");
    ReportGoldens.check("reconcile-fenced", report, project.directory());
    runs.checkScript("reconcile-fenced/revert.sql", "revert.sql");
    assertThat(database.query("SELECT count(*) FROM hotfix")).containsExactly("1");
    assertThat(runs.driftCheck().headline()).isEqualTo("1 added");
  }

  @Test
  void when_everything_is_fenced_nothing_runs() throws Exception {
    database.execute("CREATE TABLE hotfix (id bigint PRIMARY KEY)");

    Report report = runs.run(Action.APPLY);

    assertThat(report.outcome()).isEqualTo(DRIFTED);
    assertThat(report.headline())
        .isEqualTo("every statement of the revert script is fenced; nothing was changed");
    assertThat(report.remedy())
        .isEqualTo(
            "allow what may be lost: mvn schema:reconcile -Dschema.environment=production"
                + " -Dschema.reconcile.apply=true -Dschema.allow=drop-table");
  }

  @Test
  void an_index_does_not_return_while_nobody_allowed_to_block_writes() throws Exception {
    database.execute("DROP INDEX orders_email");

    Report report = runs.allowing().run(Action.APPLY);

    assertThat(report.outcome()).isEqualTo(DRIFTED);
    assertThat(report.remedy()).endsWith(" -Dschema.allow=block-writes");
    assertThat(database.query("SELECT to_regclass('orders_email')")).containsExactly("null");
  }

  @Test
  void a_hazard_that_is_named_runs() throws Exception {
    database.execute("CREATE TABLE hotfix (id bigint PRIMARY KEY)");

    Report report = runs.allowing("drop-table").run(Action.APPLY);

    assertThat(report.outcome()).as(report.answer()).isEqualTo(PASSED);
    assertThat(database.query("SELECT to_regclass('hotfix')")).containsExactly("null");
  }

  @Test
  void a_hazard_that_does_not_exist_is_no_permission() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> runs.allowing("drop-tables").run(Action.APPLY))
        .withMessage("schema.allow names 'drop-tables', which is no hazard")
        .satisfies(e -> assertThat(e.remedy()).startsWith("did you mean drop-table? there are: "))
        .satisfies(e -> assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.FINDINGS));
  }

  @Test
  void what_changes_between_proof_and_lock_stops_everything() throws Exception {
    drift();
    runs.watchedBy(
        message -> {
          if (message.startsWith("proving")) {
            meanwhile("CREATE INDEX meanwhile ON orders (id, email)");
          }
        });

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> runs.run(Action.APPLY))
        .withMessage(
            "environment 'production': its schema was changed while the script was being proven;"
                + " nothing was changed")
        .satisfies(e -> assertThat(e.outcome()).isEqualTo(REFUSED));
    assertThat(database.query("SELECT to_regclass('tmp_fix')")).containsExactly("tmp_fix");
  }

  @Test
  void a_statement_that_fails_on_real_rows_leaves_everything_as_it_was() throws Exception {
    database.execute(
        "CREATE INDEX tmp_fix ON orders (id, email)",
        "ALTER TABLE orders ALTER email DROP NOT NULL",
        "INSERT INTO orders VALUES (1, NULL)");
    List<String> before = schema();

    Report report = runs.allowing("validate-rows").run(Action.APPLY);

    assertThat(report.outcome())
        .as(report.answer())
        .isEqualTo(new Outcome(Verdict.FAILED, ExitCode.MIGRATION_FAILED));
    assertThat(schema()).isEqualTo(before);
    assertThat(report.reconciliation().orElseThrow().statements())
        .noneMatch(Reconciliation.Statement::applied);
    ReportGoldens.check("reconcile-rolled-back", report, project.directory());
  }

  @Test
  void a_statement_that_waits_too_long_for_a_lock_is_tried_again() throws Exception {
    database.execute("CREATE INDEX tmp_fix ON orders (id, email)");
    try (Connection reader = database.connectAs("reporting");
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE orders IN ROW EXCLUSIVE MODE");
      CompletableFuture<Report> apply = CompletableFuture.supplyAsync(() -> runs.run(Action.APPLY));
      String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted";
      while (!apply.isDone() && database.query(waiting).equals(List.of("0"))) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      TimeUnit.MILLISECONDS.sleep(500);
      reader.rollback();

      assertThat(apply.get().outcome()).isEqualTo(PASSED);
    }
  }

  @Test
  void drift_that_is_taken_into_git_is_recorded_where_it_came_from() throws Exception {
    drift();

    Report adopted = runs.run(Action.ADOPT);

    assertThat(adopted.outcome()).isEqualTo(WARNED);
    ReportGoldens.check("reconcile-adopted", adopted, project.directory());
    assertThat(project.file("V3__adopt_drift_production.sql")).exists();
    project.commit("Adopted");
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> runs.run(Action.ADOPT))
        .withMessageContaining("takes drift of 'production' into Git already");

    Report recorded = runs.recording("3").run(Action.RECORD);

    assertThat(recorded.outcome()).as(recorded.answer()).isEqualTo(PASSED);
    ReportGoldens.check("reconcile-recorded", recorded, project.directory());
    assertThat(runs.driftCheck().outcome()).isEqualTo(PASSED);
    assertThat(runs.recording("3").run(Action.RECORD).headline())
        .isEqualTo("nothing to record: V3__adopt_drift_production.sql is not pending");
  }

  @Test
  void an_adopted_migration_brings_other_databases_to_the_same_schema() throws Exception {
    drift();
    runs.run(Action.ADOPT);

    try (TestDatabase other = new TestDatabase()) {
      ReconcileRuns.of(project, other, cache).deploy();
      String query = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1";

      assertThat(other.query(query)).isEqualTo(database.query(query));
    }
  }

  /** A new database makes the view after all versions, and a version cannot change it before. */
  @Test
  void drift_of_what_a_repeatable_makes_is_no_matter_of_a_new_version() throws Exception {
    database.execute("CREATE OR REPLACE VIEW totals AS SELECT count(*) + 1 AS n FROM orders");

    Report report = runs.run(Action.ADOPT);

    assertThat(report.outcome()).isEqualTo(REFUSED);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .contains("drift-found", "adopt-not-proven");
    assertThat(report.findings())
        .filteredOn(f -> f.rule().equals("adopt-not-proven"))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.message())
                    .contains("on a new database, where repeatable migrations run after it, "));
    assertThat(project.file("V3__adopt_drift_production.sql")).doesNotExist();
    assertThat(report.reconciliation().orElseThrow().proven()).isTrue();
  }

  @Test
  void a_migration_is_not_recorded_where_the_schema_is_another() throws Exception {
    drift();
    runs.run(Action.ADOPT);
    database.execute("DROP INDEX tmp_fix");

    Report report = runs.recording("3").run(Action.RECORD);

    assertThat(report.outcome()).isEqualTo(DRIFTED);
    assertThat(report.headline())
        .isEqualTo(
            "the database is not what V3__adopt_drift_production.sql leads to (1 missing), so it"
                + " was not recorded");
    assertThat(database.query("SELECT count(*) FROM flyway_schema_history WHERE version = '3'"))
        .containsExactly("0");
  }

  @Test
  void a_migration_that_writes_rows_is_not_recorded() {
    project.migration("V3__rows.sql", "INSERT INTO orders VALUES (1, 'a');\n").commit("Rows");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> runs.recording("3").run(Action.RECORD))
        .withMessageEndingWith(
            "V3__rows.sql:1 does something that is not compared, so nobody can tell whether the"
                + " database has it already")
        .satisfies(e -> assertThat(e.outcome()).isEqualTo(REFUSED));
  }

  @Test
  void what_a_rule_lives_with_is_not_taken_for_done() throws Exception {
    project
        .migration("V3__index.sql", "CREATE INDEX orders_other ON orders (email, id);\n")
        .commit("Index");
    database.execute("CREATE INDEX tmp_fix ON orders (id, email)");

    Report report =
        runs.livingWith("public.orders_*")
            .livingWith("public.tmp_*")
            .recording("3")
            .run(Action.RECORD);
    database.execute("CREATE INDEX orders_other ON orders (email, id)");
    Report recorded = runs.recording("3").run(Action.RECORD);

    assertThat(report.outcome()).isEqualTo(DRIFTED);
    assertThat(report.headline())
        .isEqualTo(
            "the database is not what V3__index.sql leads to (index public.orders_other, which an"
                + " ignore rule covers), so it was not recorded");
    assertThat(recorded.headline()).startsWith("V3__index.sql is recorded as applied");
  }

  @Test
  void a_migration_with_an_earlier_one_pending_is_not_recorded() {
    project
        .migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n")
        .migration("V4__note.sql", "ALTER TABLE orders ADD note text;\n")
        .commit("Two");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> runs.recording("4").run(Action.RECORD))
        .withMessage("V3__status.sql comes before V4__note.sql and is pending");
  }

  @Test
  void where_the_expected_state_is_not_known_no_script_is_written() throws Exception {
    drift();
    database.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'");

    Report report = runs.run(Action.APPLY);

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN));
    assertThat(report.headline()).endsWith("no script was written and nothing was changed");
    assertThat(files()).isEmpty();
  }

  @Test
  void history_and_files_that_disagree_are_refused() throws Exception {
    drift();
    project
        .migration(
            "V1__orders.sql", "CREATE TABLE orders (id uuid PRIMARY KEY, email text NOT NULL);\n")
        .commit("Edited");

    Report report = runs.run(Action.APPLY);

    assertThat(report.outcome()).isEqualTo(REFUSED);
    assertThat(report.headline()).contains("history and files disagree, and nothing was changed");
  }

  @Test
  void a_database_that_takes_no_writes_is_refused_before_anything_is_proven() throws Exception {
    database.administer("ALTER DATABASE %s SET default_transaction_read_only = on");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> runs.run(Action.APPLY))
        .withMessageContaining("takes no writes: it is a standby or read-only");
  }

  private void meanwhile(String sql) {
    try {
      database.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void drift() throws SQLException {
    database.execute(
        "CREATE INDEX tmp_fix ON orders (id, email)",
        "DROP INDEX orders_email",
        "ALTER TABLE orders ALTER email SET DEFAULT ''");
  }

  private List<String> schema() throws SQLException {
    return database.query(
        """
        SELECT indexdef FROM pg_indexes WHERE tablename = 'orders'
        UNION ALL SELECT definition FROM pg_views WHERE schemaname = 'public'
        UNION ALL SELECT attname || attnotnull FROM pg_attribute
          WHERE attrelid = 'orders'::regclass AND attnum > 0
        ORDER BY 1
        """);
  }

  private List<String> files() throws IOException {
    Path target = project.directory().resolve("target/schema-gitops");
    if (!Files.exists(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(target)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".sql"))
          .sorted()
          .toList();
    }
  }
}
