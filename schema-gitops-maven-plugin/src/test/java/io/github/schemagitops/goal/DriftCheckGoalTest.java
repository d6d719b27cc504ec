package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.DriftCheckConfig;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.IgnoreRule;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.Secret;
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
import java.time.LocalDate;
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
  void what_a_rule_covers_is_listed_with_its_reason_and_does_not_count() throws SQLException {
    database.execute("CREATE INDEX tmp_fix ON orders (id, email)");
    IgnoreRule rule = rule("index", "public.tmp_*", Optional.empty());

    Report ignored = check(project.settings(), rule);
    database.execute("DROP INDEX orders_email");
    Report drifted = check(project.settings(), rule);

    assertThat(ignored.outcome()).isEqualTo(CLEAN);
    ReportGoldens.check("drift-check-ignored", ignored, project.directory());
    assertThat(drifted.outcome()).isEqualTo(DRIFTED);
    assertThat(drifted.headline()).isEqualTo("1 missing, 1 ignored");
  }

  @Test
  void a_rule_that_is_over_or_covers_nothing_is_a_warning() throws SQLException {
    database.execute("CREATE INDEX tmp_fix ON orders (id, email)");

    Report report =
        check(
            project.settings(),
            rule("index", "public.tmp_*", Optional.of(LocalDate.of(2020, 1, 1))),
            rule("view", "public.never_*", Optional.empty()));

    assertThat(report.outcome()).isEqualTo(DRIFTED);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("ignore-rule-expired", "ignore-rule-unused");
    assertThat(report.ignored()).isEmpty();
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
  void objects_outside_of_schemas_are_compared_unless_they_serve_other_schemas()
      throws SQLException {
    database.execute("CREATE SCHEMA other_app", "CREATE TABLE other_app.t (id int PRIMARY KEY)");
    database.execute("CREATE PUBLICATION theirs FOR TABLE other_app.t");
    database.execute("CREATE EXTENSION hstore SCHEMA other_app");

    Report clean = check();
    database.execute("CREATE PUBLICATION ours FOR TABLE orders, other_app.t");
    database.execute("CREATE EXTENSION citext");
    Report drifted = check();

    assertThat(clean.outcome()).as(clean.answer()).isEqualTo(CLEAN);
    assertThat(clean.notCompared())
        .contains(
            "2 objects of schemas that are not compared",
            "schema other_app (no migration made it)");
    assertThat(drifted.changes().orElseThrow().diff().changes())
        .extracting(change -> change.type() + " " + change.object().title())
        .containsExactly("ADDED extension citext", "ADDED publication ours");
    assertThat(drifted.notCompared()).anyMatch(reason -> reason.endsWith("owned by extensions"));
  }

  @Test
  void what_a_migration_and_the_provider_have_made_is_no_drift() throws SQLException {
    project
        .migration("V3__citext.sql", "CREATE EXTENSION IF NOT EXISTS citext;\n")
        .commit("Case-insensitive text")
        .publish();
    database.administer("CREATE ROLE azuresu");
    try {
      database.administer("CREATE EXTENSION citext SCHEMA public");
      database.administer("CREATE EXTENSION hstore SCHEMA public");
      database.administer("UPDATE pg_extension SET extowner = 'azuresu'::regrole");
      apply(project.settings());

      Report report = check();

      assertThat(report.outcome()).as(report.answer()).isEqualTo(CLEAN);
      assertThat(report.notCompared()).contains("1 object made by the provider of the server");
    } finally {
      database.administer("UPDATE pg_extension SET extowner = 10");
      database.administer("DROP ROLE azuresu");
    }
  }

  @Test
  void of_an_extension_that_no_migration_makes_only_the_name_is_compared() throws SQLException {
    database.administer("CREATE SCHEMA extensions");
    database.administer("CREATE EXTENSION pg_trgm SCHEMA extensions VERSION '1.5'");
    ShadowConfig shadow = withExtension("pg_trgm");

    Report clean = check(project.settings(), database.environment("production"), shadow);
    database.administer("DROP EXTENSION pg_trgm");
    Report drifted = check(project.settings(), database.environment("production"), shadow);

    assertThat(clean.outcome()).as(clean.answer()).isEqualTo(CLEAN);
    assertThat(drifted.changes().orElseThrow().diff().changes())
        .extracting(change -> change.type() + " " + change.object().title())
        .containsExactly("REMOVED extension pg_trgm");
  }

  private static ShadowConfig withExtension(String extension) {
    ShadowConfig c = Databases.config(ShadowConfig.Provider.EMBEDDED, 17);
    return new ShadowConfig(
        c.provider(),
        c.database(),
        c.version(),
        c.image(),
        c.server(),
        List.of(extension),
        c.limits(),
        c.cache(),
        c.artifacts());
  }

  @Test
  void a_login_that_may_not_read_the_history_makes_the_answer_unknown() throws SQLException {
    database.administer("CREATE ROLE drift_monitor LOGIN PASSWORD 'monitor'");
    database.administer("GRANT CONNECT ON DATABASE %s TO drift_monitor");
    try {
      Environment monitored =
          new Environment(
              "production",
              database.spec().url(),
              Optional.of("drift_monitor"),
              Optional.of(new Secret("monitor")));

      assertThatExceptionOfType(SchemaGitOpsException.class)
          .isThrownBy(() -> check(project.settings(), monitored))
          .withMessage(
              "the history table \"public\".\"flyway_schema_history\" could not be read (role"
                  + " drift_monitor lacks SELECT on the table)")
          .satisfies(
              e -> {
                assertThat(e.outcome()).isEqualTo(UNKNOWN);
                assertThat(e.remedy())
                    .isEqualTo(
                        "GRANT SELECT ON \"public\".\"flyway_schema_history\" TO drift_monitor;");
              });

      database.execute("GRANT SELECT ON flyway_schema_history TO drift_monitor");
      assertThat(check(project.settings(), monitored).outcome()).isEqualTo(CLEAN);
    } finally {
      database.administer("DROP OWNED BY drift_monitor; DROP ROLE drift_monitor");
    }
  }

  @Test
  void owners_and_privileges_are_compared_on_request_whoever_ran_the_migrations()
      throws SQLException {
    MigrationSettings withPrivileges = project.settings().comparingPrivileges(true);
    project
        .migration(
            "V3__public.sql",
            "GRANT SELECT ON orders TO PUBLIC;\n"
                + "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;\n")
        .commit("Public")
        .publish();
    apply(project.settings());

    assertThat(check(withPrivileges).outcome()).isEqualTo(CLEAN);

    database.administer("ALTER TABLE totals OWNER TO postgres");
    database.execute("GRANT DELETE ON orders TO PUBLIC");
    Report drifted = check(withPrivileges);

    assertThat(drifted.outcome()).isEqualTo(DRIFTED);
    assertThat(drifted.changes().orElseThrow().diff().changes())
        .extracting(change -> change.type() + " " + change.object().title())
        .containsExactly(
            "CHANGED owner view public.totals", "CHANGED privilege table public.orders TO PUBLIC");
    assertThat(check().outcome()).isEqualTo(CLEAN);
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

  private static IgnoreRule rule(String kind, String name, Optional<LocalDate> expires) {
    return new IgnoreRule(kind, name, "the DBA's experiment", expires, "*");
  }

  private Report check(MigrationSettings settings, IgnoreRule... ignores) {
    return check(settings, database.environment("production").ignoring(List.of(ignores)));
  }

  private Report check(MigrationSettings settings, Environment environment) {
    return check(settings, environment, Databases.config(ShadowConfig.Provider.EMBEDDED, 17));
  }

  private Report check(MigrationSettings settings, Environment environment, ShadowConfig shadow) {
    return new DriftCheckGoal(new FlywayEngine())
        .run(new DriftCheckConfig(project.config(settings), environment, shadow));
  }
}
