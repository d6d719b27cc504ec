package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.config.SnapshotConfig;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.Step;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Goldens;
import io.github.schemagitops.testing.ReportGoldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot file of a project, written and grown stale. */
class SnapshotGoalTest {

  private static final Outcome PASSED = new Outcome(Verdict.PASSED, ExitCode.OK);
  private static final String FILE = "src/main/db/schema.txt";

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void start() {
    Databases.requireEmbedded();
    project = GitProject.in(directory);
    project
        .migration(
            "V1__orders.sql",
            """
            CREATE TABLE orders (id bigint PRIMARY KEY, email text NOT NULL);
            COMMENT ON TABLE orders IS 'What people buy';
            CREATE INDEX orders_email ON orders (email);
            """)
        .migration(
            "R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) AS n FROM orders;\n")
        .commit("Orders");
  }

  @Test
  void the_schema_is_written_and_stays_as_it_is_while_nothing_changes() throws IOException {
    Report written = snapshot();
    String text = Files.readString(file());
    Report again = snapshot();

    assertThat(written.outcome()).isEqualTo(PASSED);
    assertThat(written.headline()).isEqualTo("src/main/db/schema.txt written: 10 objects");
    assertThat(again.headline()).isEqualTo("src/main/db/schema.txt is up to date: 10 objects");
    Goldens.check("snapshot/orders.txt", text);
    ReportGoldens.check("snapshot-passes", written, project.directory());
  }

  @Test
  void a_new_migration_is_told_by_what_it_changes() {
    snapshot();
    project.migration(
        "V2__note.sql", "ALTER TABLE orders ADD note text, ALTER email DROP NOT NULL;\n");

    Report report = snapshot();

    assertThat(report.steps())
        .containsExactly(
            new Step("now", "~ column email of table public.orders"),
            new Step("now", "+ column note of table public.orders"));
  }

  @Test
  void a_checkout_with_windows_line_ends_is_up_to_date_and_left_alone() throws IOException {
    snapshot();
    String windows = Files.readString(file()).replace("\n", "\r\n");
    Files.writeString(file(), windows);

    assertThat(snapshot().headline()).contains("is up to date");
    assertThat(Files.readString(file())).isEqualTo(windows);
    assertThat(migrate().findings()).isEmpty();
  }

  @Test
  void without_a_file_nothing_is_asked() {
    assertThat(migrate().outcome()).isEqualTo(PASSED);
  }

  @Test
  void a_stale_file_fails_the_change_that_made_it_stale() {
    snapshot();
    project.commit("Snapshot").publish().branch("change");
    project.migration("V2__note.sql", "ALTER TABLE orders ADD note text;\n").commit("Note");

    Report stale = migrate();

    assertThat(stale.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.FINDINGS));
    ReportGoldens.check("snapshot-stale", stale, project.directory());
    snapshot();
    assertThat(migrate().outcome()).isEqualTo(PASSED);
  }

  @Test
  void a_file_that_was_edited_or_is_something_else_is_told_so() throws IOException {
    snapshot();
    Files.writeString(file(), "-- by the way\n" + Files.readString(file()));
    Report other = migrate();
    snapshot();
    Files.writeString(file(), Files.readString(file()) + "\n-- by the way\n");
    Report edited = migrate();

    assertThat(other.findings())
        .extracting(Finding::message)
        .containsExactly("this is no snapshot as this version of schema-gitops writes it");
    assertThat(edited.findings())
        .extracting(Finding::message)
        .containsExactly("the snapshot was edited by hand");
  }

  @Test
  void a_file_from_another_major_version_is_not_compared() throws IOException {
    snapshot();
    Files.writeString(
        file(), Files.readString(file()).replace(": PostgreSQL 17", ": PostgreSQL 16"));

    Report report = migrate();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN));
    assertThat(report.unknown())
        .containsExactly(
            "src/main/db/schema.txt was written with PostgreSQL 16, this is PostgreSQL 17: they"
                + " cannot be compared (set schema.shadow.version, or run mvn schema:snapshot and"
                + " commit src/main/db/schema.txt)");
  }

  /**
   * Both constraints want one name, and the one that comes first gets it. The change runs on top of
   * its base, the snapshot from the beginning.
   */
  @Test
  void names_that_depend_on_the_order_do_not_make_a_file_stale() {
    project
        .migration("V3__late.sql", "ALTER TABLE orders ADD CHECK (id > 0);\n")
        .commit("Late")
        .publish()
        .branch("change");
    project.migration("V2__early.sql", "ALTER TABLE orders ADD CHECK (id > 1);\n").commit("Early");
    ProjectConfig anyOrder = project.config(project.settings().inAnyOrder());
    run(anyOrder);

    Report report = migrate(anyOrder);

    assertThat(report.findings()).extracting(Finding::rule).doesNotContain("snapshot-stale");
    assertThat(report.changes().orElseThrow().diff().changes())
        .extracting(Change::name)
        .as("the name that the second one gets, here for the first of all migrations")
        .containsExactly("public.orders.orders_id_check1");
  }

  @Test
  void a_file_among_the_migrations_is_refused() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(
            () ->
                new SnapshotGoal(new FlywayEngine())
                    .run(
                        new SnapshotConfig(project.config(), shadow(), project.file("schema.txt"))))
        .withMessage(
            "schema.snapshot.file is src/main/resources/db/migration/schema.txt, in the migration"
                + " location src/main/resources/db/migration");
  }

  @Test
  void files_that_are_not_fit_are_not_run() {
    project.migration("V1__again.sql", "SELECT 1;\n");

    Report report = snapshot();

    assertThat(report.outcome().exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(file()).doesNotExist();
  }

  private Path file() {
    return project.directory().resolve(FILE);
  }

  private static ShadowConfig shadow() {
    return Databases.config(ShadowConfig.Provider.EMBEDDED, 17);
  }

  private Report snapshot() {
    return run(project.config());
  }

  private Report run(ProjectConfig config) {
    return new SnapshotGoal(new FlywayEngine()).run(new SnapshotConfig(config, shadow(), file()));
  }

  private Report migrate() {
    return migrate(project.config());
  }

  private Report migrate(ProjectConfig config) {
    return new ShadowMigrate(new FlywayEngine())
        .run(
            new ShadowMigrateConfig(
                config,
                shadow(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(file())));
  }
}
