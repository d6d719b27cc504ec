package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.MigrationRun;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.ReportGoldens;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowMigrateTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void branchOff() {
    Databases.requireEmbedded();
    project = GitProject.in(directory);
    project
        .migration("V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);\n")
        .migration("V2__total.sql", "ALTER TABLE orders ADD total numeric(12, 2);\n")
        .migration(
            "R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) AS n FROM orders;\n")
        .commit("Orders")
        .publish()
        .branch("change");
  }

  @Test
  void new_migrations_and_edited_repeatables_run_on_top_of_the_base() {
    project
        .migration(
            "V3__status.sql",
            """
            ALTER TABLE orders ADD status text NOT NULL DEFAULT 'new';
            CREATE INDEX orders_status ON orders (status);
            """)
        .migration("V4__backfill.sql", "UPDATE orders SET total = 0 WHERE total IS NULL;\n")
        .migration(
            "R__totals.sql",
            "CREATE OR REPLACE VIEW totals AS SELECT count(*) AS n, sum(total) AS total FROM"
                + " orders;\n")
        .commit("Status");

    Report report = run();

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.WARNED);
    assertThat(report.runs())
        .extracting(MigrationRun::fileName)
        .containsExactly("V3__status.sql", "V4__backfill.sql", "R__totals.sql");
    ReportGoldens.check("shadow-migrate-warns", report, project.directory());
  }

  @Test
  void a_failing_migration_is_shown_at_its_line() {
    project
        .migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n")
        .migration(
            "V4__index.sql",
            "-- what people look for\nCREATE INDEX orders_state ON orders (id, state);\n")
        .commit("Status");

    Report report = run();

    assertThat(report.outcome().exitCode()).isEqualTo(ExitCode.FINDINGS);
    ReportGoldens.check("shadow-migrate-fails", report, project.directory());
  }

  @Test
  void without_anything_new_nothing_is_applied() {
    Report report = run();

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.headline()).isEqualTo("0 new migrations applied on top of 3");
    assertThat(report.changes().orElseThrow().diff().isEmpty()).isTrue();
  }

  @Test
  void files_that_are_not_fit_are_not_run() {
    project.migration("V2__again.sql", "SELECT 1;\n");

    Report report = run();

    assertThat(report.outcome().exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(report.headline()).isEqualTo("1 error, 0 warnings; nothing was run");
  }

  private Report run() {
    return new ShadowMigrate(new FlywayEngine())
        .run(
            new ShadowMigrateConfig(
                project.config(),
                Databases.config(ShadowConfig.Provider.EMBEDDED, 17),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(project.directory().resolve("src/main/db/schema.txt"))));
  }
}
