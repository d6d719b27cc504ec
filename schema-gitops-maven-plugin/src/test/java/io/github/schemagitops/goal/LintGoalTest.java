package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.ReportGoldens;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LintGoalTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void branchOff() {
    project = GitProject.in(directory);
    project
        .migration("V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, status text);\n")
        .commit("Orders")
        .publish()
        .branch("change");
  }

  @Test
  void harmless_migrations_pass() {
    project.migration("V2__note.sql", "ALTER TABLE orders ADD note text;\n").commit("Note");

    Report report = lint();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.PASSED, ExitCode.OK));
    ReportGoldens.check("lint-passes", report, project.directory());
  }

  @Test
  void what_would_hurt_a_running_database_fails() {
    project
        .migration("V2__status.sql", "CREATE INDEX orders_status ON orders (status);\n")
        .migration(
            "V3__drop.sql", "ALTER TABLE orders\n  DROP COLUMN status;\nDO $$ BEGIN END $$;\n")
        .commit("Status");

    Report report = lint();

    assertThat(report.outcome()).isEqualTo(new Outcome(Verdict.FAILED, ExitCode.FINDINGS));
    ReportGoldens.check("lint-fails", report, project.directory());
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void migrations_of_another_product_are_not_judged_by_the_wrong_rules(Database database) {
    var config = project.config(Migrations.settings(database, project.directory()));

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> new Lint(new FlywayEngine(), Dialects.of("jdbc:postgresql:")).run(config))
        .withMessage(
            "lint knows PostgreSQL only so far, and these migrations are written for "
                + database.title())
        .satisfies(e -> assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.FINDINGS))
        .satisfies(e -> assertThat(e.remedy()).startsWith("run schema:shadow-migrate"));
  }

  private Report lint() {
    return new Lint(new FlywayEngine(), Dialects.of("jdbc:postgresql:")).run(project.config());
  }
}
