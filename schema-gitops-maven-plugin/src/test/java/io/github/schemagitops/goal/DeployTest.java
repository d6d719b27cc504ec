package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.DeployConfig;
import io.github.schemagitops.config.DeployConfig.OnDrift;
import io.github.schemagitops.config.IgnoreRule;
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
import io.github.schemagitops.migration.Manifest;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.Step;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.ReportGoldens;
import io.github.schemagitops.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Deploys to a real server, rehearsed on another one. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeployTest {

  private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, email text);\n";

  @TempDir Path directory;
  private GitProject project;
  private TestDatabase database;
  private List<IgnoreRule> ignores = List.of();

  @BeforeEach
  void begin() {
    database = new TestDatabase();
    project = GitProject.in(directory);
    project
        .migration("V1__orders.sql", ORDERS)
        .migration("V2__email.sql", "CREATE INDEX orders_email ON orders (email);\n")
        .migration(
            "R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) AS n FROM orders;\n")
        .commit("Orders")
        .publish();
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void an_empty_database_gets_everything_and_a_second_deploy_nothing() throws SQLException {
    Report first = deploy();

    assertThat(first.outcome()).isEqualTo(new Outcome(Verdict.PASSED, ExitCode.OK));
    ReportGoldens.check("deploy-passes", first, project.directory());
    assertThat(database.query("SELECT script FROM flyway_schema_history ORDER BY installed_rank"))
        .containsExactly("V1__orders.sql", "V2__email.sql", "R__totals.sql");

    Report second = deploy();

    assertThat(second.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(second.migrations().applied()).isZero();
    ReportGoldens.check("deploy-nothing-to-do", second, project.directory());
  }

  @Test
  void a_run_record_says_who_deployed_what_from_where() throws SQLException {
    deploy();

    assertThat(
            database.query(
                """
                SELECT environment, git_commit, tool_version, from_version, to_version,
                  replace(applied_scripts, E'\\n', ','), manifest_sha256, outcome,
                  started_at <= finished_at, length(schema_fingerprint), run_id ~ '^[0-9a-f-]{36}$'
                FROM schema_gitops_run
                """))
        .containsExactly(
            "production|%s|1.2.3|null|2|V1__orders.sql,V2__email.sql,R__totals.sql|%s|succeeded|t|64|t"
                .formatted(project.id("HEAD"), Manifest.of(set()).digest()));
  }

  @Test
  void only_what_is_pending_is_applied() throws SQLException {
    applied();
    project.migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n").commit("Status");

    Report report = deploy();

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.migrations().applied()).isEqualTo(1);
    assertThat(database.query("SELECT from_version, to_version FROM schema_gitops_run"))
        .containsExactly("2|3");
  }

  @Test
  void drift_that_a_rule_covers_stops_no_deploy_and_is_told() throws SQLException {
    applied();
    database.execute("CREATE INDEX tmp_fix ON orders (id, email)");
    project.migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n").commit("Status");
    ignores =
        List.of(new IgnoreRule("index", "public.tmp_*", "an experiment", Optional.empty(), "*"));

    Report report = deploy();

    assertThat(report.outcome().verdict()).as(report.answer()).isEqualTo(Verdict.PASSED);
    assertThat(report.steps())
        .extracting(Step::text)
        .contains("none, 1 ignored")
        .anyMatch(t -> t.startsWith("live schema equals the tested one but for 1 ignored"));
    assertThat(report.ignored()).hasSize(1);
  }

  @Test
  void a_migration_that_fails_on_real_data_is_rolled_back_and_proven_so() throws SQLException {
    applied();
    database.execute("INSERT INTO orders VALUES (1, NULL)");
    project
        .migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n")
        .migration(
            "V4__email.sql",
            "ALTER TABLE orders ADD note text;\nALTER TABLE orders ALTER email SET NOT NULL;\n")
        .commit("Email");

    Report report = deploy();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.MIGRATION_FAILED));
    ReportGoldens.check("deploy-rolled-back", report, project.directory());
    assertThat(database.query("SELECT to_version, applied_scripts, outcome FROM schema_gitops_run"))
        .containsExactly("3|V3__status.sql|failed");
    assertThat(columns()).containsExactly("id", "email", "status");
  }

  @Test
  void a_partial_failure_says_what_is_there_now() throws SQLException {
    applied();
    database.execute("INSERT INTO orders VALUES (1, 'a@b'), (2, 'a@b')");
    project
        .migration("V3__unique.sql.conf", "executeInTransaction=false\n")
        .migration(
            "V3__unique.sql",
            """
            CREATE INDEX CONCURRENTLY orders_both ON orders (id, email);
            CREATE UNIQUE INDEX CONCURRENTLY orders_unique ON orders (email);
            """)
        .commit("Unique");

    Report report = deploy();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.PARTIAL));
    ReportGoldens.check("deploy-partial", report, project.directory());
  }

  @Test
  void a_migration_that_fails_in_the_rehearsal_does_not_touch_the_database() throws SQLException {
    applied();
    project.migration("V3__typo.sql", "ALTER TABLE order ADD status text;\n").commit("Typo");

    Report report = deploy();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.FINDINGS));
    ReportGoldens.check("deploy-rehearsal-fails", report, project.directory());
    assertThat(database.query("SELECT to_regclass('schema_gitops_run')")).containsExactly("null");
  }

  @Test
  void drift_is_refused_unless_it_is_to_be_a_warning() throws SQLException {
    applied();
    database.execute("CREATE INDEX tmp_fix ON orders (id, email)");
    project.migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n").commit("Status");

    Report refused = deploy();

    assertThat(refused.outcome()).isEqualTo(new Outcome(Verdict.DRIFTED, ExitCode.DRIFT));
    assertThat(columns()).doesNotContain("status");
    ReportGoldens.check("deploy-drift-refused", refused, project.directory());

    Report warned = deploy(OnDrift.WARN, Duration.ofSeconds(3));

    assertThat(columns()).contains("status");
    assertThat(warned.findings()).extracting(Finding::rule).contains("drift-before-deploy");
    assertThat(warned.outcome()).isEqualTo(new Outcome(Verdict.WARNED, ExitCode.OK));
  }

  @Test
  void a_database_with_tables_but_without_history_is_refused() throws SQLException {
    database.execute("CREATE TABLE orders (id bigint)");

    Report report = deploy();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.REFUSED));
    assertThat(report.headline()).contains("is not empty", "has no history table");
    ReportGoldens.check("deploy-not-empty", report, project.directory());
  }

  @Test
  void a_version_below_the_newest_applied_one_is_refused() throws SQLException {
    applied();
    project.migration("V1.5__late.sql", "ALTER TABLE orders ADD late text;\n").commit("Late");
    project.publish();

    Report report = deploy();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.REFUSED));
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("version-below-applied");
  }

  @Test
  void without_a_place_for_run_records_nothing_is_deployed() throws SQLException {
    applied();
    database.administer("CREATE TABLE public.schema_gitops_run (run_id text)");
    project.migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n").commit("Status");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::deploy)
        .withMessage(
            "environment 'production': the login may not keep run records in"
                + " \"public\".\"schema_gitops_run\"; nothing was deployed")
        .satisfies(e -> assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.REFUSED));
    assertThat(columns()).doesNotContain("status");
  }

  @Test
  void what_was_applied_is_told_even_where_nobody_can_look_afterwards() throws SQLException {
    applied();
    String name = database.query("SELECT current_database()").get(0);
    project
        .migration(
            "V3__locked.sql",
            """
            ALTER TABLE orders ADD status text;
            DO $$ BEGIN
              IF current_database() = '%s' THEN
                EXECUTE format('REVOKE CONNECT ON DATABASE %%I FROM PUBLIC, %%I', current_database(), current_user);
              END IF;
            END $$;
            """
                .formatted(name))
        .commit("Locked out");

    Report report = deploy();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN));
    assertThat(report.headline())
        .startsWith("1 migration applied; what is there now could not be read: ");
    assertThat(report.migrations().applied()).isEqualTo(1);
    database.administer("GRANT CONNECT ON DATABASE %s TO PUBLIC");
    assertThat(columns()).contains("status");
  }

  @Test
  void a_database_that_takes_no_writes_is_refused() throws SQLException {
    database.administer("ALTER DATABASE %s SET default_transaction_read_only = on");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::deploy)
        .withMessageContaining("takes no writes: it is a standby or read-only")
        .satisfies(e -> assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.REFUSED));
  }

  @Test
  void another_deploy_is_waited_for_and_then_named() {
    DeployLock other =
        DeployLock.acquire(
            database.spec().with(Map.of("ApplicationName", "schema-deploy/run-8812")),
            Dialects.of(database.spec().url()),
            DeployLock.key("flyway_schema_history"),
            Duration.ofSeconds(1),
            message -> {});
    try (other) {
      assertThatExceptionOfType(SchemaGitOpsException.class)
          .isThrownBy(this::deploy)
          .withMessageMatching(
              "the deploy lock was not free within 1 s: held by schema-deploy/run-8812 from .*")
          .satisfies(e -> assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.LOCK_NOT_ACQUIRED));
    }
  }

  @Test
  void the_lock_is_free_again_after_a_deploy_however_it_ended() throws SQLException {
    applied();
    project.migration("V3__typo.sql", "ALTER TABLE order ADD status text;\n").commit("Typo");

    deploy();

    assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
        .containsExactly("0");
  }

  @Test
  void a_migration_that_waits_too_long_for_a_lock_is_tried_again() throws Exception {
    applied();
    project.migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n").commit("Status");
    try (Connection reader = database.connectAs("reporting");
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE orders IN ROW EXCLUSIVE MODE");

      CompletableFuture<Report> deploy =
          CompletableFuture.supplyAsync(() -> deploy(OnDrift.FAIL, Duration.ofMillis(200)));
      awaitWaitingStatement();
      TimeUnit.MILLISECONDS.sleep(500);
      reader.rollback();
      Report report = deploy.get();

      assertThat(report.outcome().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(report.steps())
          .filteredOn(s -> s.label().equals("V3"))
          .singleElement()
          .satisfies(s -> assertThat(s.text()).matches("waited \\d+ × for a lock, then .* s"));
    }
  }

  @Test
  void what_one_migration_sets_does_not_reach_the_next() throws SQLException {
    project
        .migration(
            "V3__set.sql",
            """
            CREATE SCHEMA elsewhere;
            SET search_path TO elsewhere;
            SET TIME ZONE 'Asia/Tokyo';
            """)
        .migration(
            "V4__seen.sql",
            "CREATE TABLE seen AS SELECT current_setting('TimeZone') <> 'Asia/Tokyo' AS own;\n")
        .commit("Settings");

    Report report = deploy();

    assertThat(report.outcome().verdict()).as(report.answer()).isEqualTo(Verdict.PASSED);
    assertThat(database.query("SELECT own FROM public.seen")).containsExactly("t");
  }

  @Test
  void an_edited_repeatable_is_applied_again() throws SQLException {
    applied();
    project
        .migration(
            "R__totals.sql",
            "CREATE OR REPLACE VIEW totals AS SELECT count(*) AS n, 1 AS one FROM orders;\n")
        .commit("Totals");

    Report report = deploy();

    assertThat(report.outcome().verdict()).as(report.answer()).isEqualTo(Verdict.PASSED);
    assertThat(report.migrations().applied()).isEqualTo(1);
  }

  private void awaitWaitingStatement() throws Exception {
    String waiting =
        "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'orders'::regclass";
    while (database.query(waiting).equals(List.of("0"))) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private List<String> columns() throws SQLException {
    return database.query(
        "SELECT attname FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0"
            + " ORDER BY attnum");
  }

  /** Brings the database to what is checked out, without a deploy. */
  private void applied() {
    assertThat(
            new FlywayEngine()
                .apply(set(), project.settings(), database.spec(), ApplyListener.NONE)
                .failure())
        .isEmpty();
  }

  private MigrationSet set() {
    return new FlywayEngine()
        .read(
            MigrationFiles.read(project.directory(), project.settings().locations()),
            project.settings());
  }

  private Report deploy() {
    return deploy(OnDrift.FAIL, Duration.ofSeconds(3));
  }

  private Report deploy(OnDrift onDrift, Duration lockTimeout) {
    return new Deploy(new FlywayEngine())
        .run(
            new DeployConfig(
                project.config(),
                database.environment("production").ignoring(ignores),
                Databases.config(ShadowConfig.Provider.EMBEDDED, 17),
                Duration.ofSeconds(1),
                lockTimeout,
                onDrift,
                "1.2.3"));
  }
}
