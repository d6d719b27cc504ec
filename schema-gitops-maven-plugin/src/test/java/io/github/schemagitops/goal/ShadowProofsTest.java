package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.report.MigrationRun;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.RowCount;
import io.github.schemagitops.report.SecondRun;
import io.github.schemagitops.report.Step;
import io.github.schemagitops.report.UndoProof;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shadow-migrate proves beyond "it runs": undo, repetition, data, other branches. */
class ShadowProofsTest {

  private static final String ORDERS = "CREATE TABLE orders (id int PRIMARY KEY, note text);\n";

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void branchOff() {
    Databases.requireEmbedded();
    project =
        GitProject.in(directory)
            .migration("V1__orders.sql", ORDERS)
            .commit("Orders")
            .publish()
            .branch("change");
  }

  @Test
  void an_undo_script_that_leads_back_is_proven_and_its_losses_are_named() {
    project
        .migration("V2__total.sql", "ALTER TABLE orders ADD total int;\n")
        .write("db/undo/U2__total.sql", "ALTER TABLE orders DROP COLUMN total;\n")
        .migration("V3__more.sql", "CREATE TABLE more (id int REFERENCES orders);\n")
        .write("db/undo/U3__more.sql", "DROP TABLE more;\n");

    Report report = run();

    assertThat(report.findings()).isEmpty();
    assertThat(report.runs())
        .extracting(r -> r.undo().map(UndoProof::words).orElse("none"))
        .containsExactly(
            "undo ok, loses data: column public.orders.total (dropped by the undo)",
            "undo ok, loses data: table public.more (dropped by the undo)");
  }

  @Test
  void what_an_undo_script_leaves_behind_is_listed() {
    project
        .migration(
            "V2__total.sql",
            "ALTER TABLE orders ADD total int;\nCREATE TABLE IF NOT EXISTS left_over ();\n")
        .write("db/undo/U2__total.sql", "ALTER TABLE orders DROP COLUMN total;\n");

    Report report = run();

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.FAILED);
    assertThat(only(report).rule()).isEqualTo("undo-differs");
    assertThat(only(report).message()).contains("table public.left_over is left over");
    assertThat(report.runs().get(0).undo().orElseThrow().verdict())
        .isEqualTo(UndoProof.Verdict.DIFFERS);
  }

  @Test
  void after_an_undo_script_that_fails_nothing_more_is_claimed() {
    project
        .migration("V2__total.sql", "ALTER TABLE orders ADD total int;\n")
        .write("db/undo/U2__total.sql", "ALTER TABLE orders\n  DROP COLUMN nonsense;\n")
        .migration("V3__more.sql", "CREATE TABLE more (id int);\n");

    Report report = run();

    assertThat(only(report).rule()).isEqualTo("undo-failed");
    assertThat(only(report).location().orElseThrow()).hasToString("db/undo/U2__total.sql:1");
    assertThat(report.runs()).extracting(MigrationRun::fileName).containsExactly("V2__total.sql");
    assertThat(report.unknown())
        .containsExactly(
            "the migrations after V2__total.sql were not tried, because its undo script fails");
  }

  @Test
  void repeatables_run_twice() {
    project
        .migration("R__good.sql", "CREATE OR REPLACE VIEW good AS SELECT id FROM orders;\n")
        .migration("R__rows.sql", "INSERT INTO orders (id) SELECT count(*) + 1 FROM orders;\n")
        .migration("R__bad.sql", "CREATE VIEW bad AS SELECT id FROM orders;\n");

    Report report = run();

    assertThat(report.runs())
        .extracting(MigrationRun::fileName, r -> r.secondRun().orElseThrow())
        .containsExactly(
            tuple("R__bad.sql", SecondRun.FAILED),
            tuple("R__good.sql", SecondRun.UNCHANGED),
            tuple("R__rows.sql", SecondRun.CHANGED));
    assertThat(report.findings())
        .extracting(Finding::rule, Finding::message)
        .containsExactly(
            tuple(
                "repeatable-not-idempotent",
                "the second run fails: relation \"bad\" already exists"),
            tuple(
                "repeatable-not-idempotent",
                "the second run changes more: rows: public.orders 1 → 2"));
  }

  @Test
  void seed_data_shows_what_only_fails_with_rows() {
    project
        .write("src/test/db/seed/1_orders.sql", "INSERT INTO orders VALUES (1, 'a'), (2, NULL);\n")
        .migration("V2__not_null.sql", "ALTER TABLE orders ALTER note SET NOT NULL;\n");

    Report report = run();

    assertThat(only(report).rule()).isEqualTo("migration-failed");
    assertThat(only(report).message()).contains("contains null values");
  }

  @Test
  void rows_are_counted_before_and_after() {
    project
        .write(
            "src/test/db/seed/1_orders.sql",
            "COPY orders FROM STDIN WITH (FORMAT csv);\n1,a\n2,b\n\\.\n")
        .migration("V2__trim.sql", "DELETE FROM orders WHERE id = 1;\n");

    Report report = run();

    assertThat(report.findings()).isEmpty();
    assertThat(report.rows()).extracting(RowCount::words).containsExactly("public.orders 2 → 1");
  }

  @Test
  void seed_data_that_does_not_fit_the_base_is_said() {
    project
        .write("src/test/db/seed/1_orders.sql", "INSERT INTO orders (id, total) VALUES (1, 2);\n")
        .migration("V2__total.sql", "ALTER TABLE orders ADD total int;\n");

    Report report = run();

    assertThat(only(report).rule()).isEqualTo("seed-failed");
    assertThat(only(report).location().orElseThrow())
        .hasToString("src/test/db/seed/1_orders.sql:1");
    assertThat(report.runs()).isEmpty();
  }

  @Test
  void a_branch_that_takes_the_same_version_is_found_before_either_is_merged() {
    otherBranch("V2__theirs.sql", "CREATE TABLE theirs (id int);\n");
    project.migration("V2__ours.sql", "CREATE TABLE ours (id int);\n").commit("Ours");

    Report report = run("other");

    assertThat(only(report).rule()).isEqualTo("duplicate-version");
    assertThat(only(report).message())
        .isEqualTo("version 2 is also src/main/resources/db/migration/V2__theirs.sql on other");
    assertThat(report.steps()).contains(new Step("merge", "not tried with other: the files clash"));
  }

  @Test
  void two_branches_that_pass_alone_may_fail_together() {
    otherBranch("V2__theirs.sql", "ALTER TABLE orders DROP COLUMN note;\n");
    project
        .migration("V3__ours.sql", "CREATE VIEW notes AS SELECT note FROM orders;\n")
        .commit("Ours");

    Report report = run("other");

    assertThat(only(report).rule()).isEqualTo("merge-fails");
    assertThat(only(report).location().orElseThrow())
        .hasToString("src/main/resources/db/migration/V3__ours.sql:1");
    assertThat(only(report).message())
        .contains("together with other, the migration of this change fails");
  }

  @Test
  void two_branches_that_get_on_are_said_to_and_their_order_is_pointed_out() {
    otherBranch("V3__theirs.sql", "CREATE TABLE theirs (id int);\n");
    project.migration("V2__ours.sql", "CREATE TABLE ours (id int);\n").commit("Ours");

    Report report = run("other");

    assertThat(only(report).rule()).isEqualTo("merge-order");
    assertThat(report.outcome().verdict()).isEqualTo(Verdict.WARNED);
    assertThat(report.steps()).contains(new Step("merge", "2 migrations run together with other"));
  }

  @Test
  void an_environment_that_is_behind_gets_its_pending_migrations_tried_together() {
    try (TestDatabase production = new TestDatabase()) {
      deployTo(production);
      project
          .checkout("main")
          .migration("V2__total.sql", "ALTER TABLE orders ADD total int;\n")
          .commit("Total")
          .publish()
          .branch("late")
          .migration("V3__more.sql", "UPDATE orders SET total = 1;\n")
          .commit("More");

      Report report = run(Optional.of(production.environment("production")), List.of());

      assertThat(report.findings()).isEmpty();
      assertThat(report.steps())
          .contains(new Step("production", "at version 1: 2 pending migrations apply"));
    }
  }

  @Test
  void pending_migrations_are_tried_with_the_values_of_the_environment() {
    project.migration(
        "V2__c.sql",
        "CREATE TABLE shop (currency text CHECK (currency <> '${default_currency}'));\n"
            + "INSERT INTO shop VALUES ('USD');\n");
    try (TestDatabase production = new TestDatabase()) {
      deployTo(production, "V1");
      Environment plain = production.environment("production");
      Environment inDollars =
          new Environment(
              plain.id(),
              plain.url(),
              plain.user(),
              plain.password(),
              Map.of("default_currency", "USD"));

      assertThat(run(Optional.of(plain), List.of()).findings()).isEmpty();
      assertThat(run(Optional.of(inDollars), List.of()).findings())
          .extracting(Finding::rule)
          .containsExactly("fails-from-environment");
    }
  }

  @Test
  void an_environment_that_cannot_be_reached_is_said_and_is_no_failure() {
    project.migration("V2__total.sql", "ALTER TABLE orders ADD total int;\n");
    Environment nowhere =
        new Environment(
            "production", "jdbc:postgresql://127.0.0.1:1/x", Optional.of("u"), Optional.empty());

    Report report = run(Optional.of(nowhere), List.of());

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.notCompared())
        .singleElement()
        .asString()
        .contains("the way from 'production'");
  }

  private void otherBranch(String name, String text) {
    project
        .checkout("main")
        .branch("other")
        .migration(name, text)
        .commit("Theirs")
        .checkout("change");
  }

  private void deployTo(TestDatabase database) {
    deployTo(database, "V");
  }

  private void deployTo(TestDatabase database, String prefix) {
    FlywayEngine engine = new FlywayEngine();
    engine.apply(
        engine
            .read(
                MigrationFiles.read(project.directory(), project.settings().locations()),
                project.settings())
            .only(m -> m.fileName().startsWith(prefix)),
        project.settings(),
        database.spec(),
        ApplyListener.NONE);
  }

  private static Finding only(Report report) {
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0);
  }

  private Report run(String... mergeWith) {
    return run(Optional.empty(), List.of(mergeWith));
  }

  private Report run(Optional<Environment> environment, List<String> mergeWith) {
    return new ShadowMigrate(new FlywayEngine())
        .run(
            new ShadowMigrateConfig(
                project.config(),
                Databases.config(ShadowConfig.Provider.EMBEDDED, 17),
                environment,
                mergeWith,
                List.of(project.directory().resolve("db/undo")),
                Optional.of(project.directory().resolve("src/test/db/seed")),
                Optional.empty()));
  }
}
