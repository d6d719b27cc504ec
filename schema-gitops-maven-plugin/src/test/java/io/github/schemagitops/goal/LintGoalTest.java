package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.FlywayRun;
import io.github.schemagitops.config.LintConfig;
import io.github.schemagitops.config.LintGoalConfig;
import io.github.schemagitops.config.LintWord;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.ReportGoldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  @Test
  void a_project_says_how_seriously_rules_are_taken() {
    project
        .migration("V2__status.sql", "CREATE INDEX orders_status ON orders (status);\n")
        .migration("V3__note.sql", "ALTER TABLE orders ADD note varchar(10);\n")
        .commit("Status");

    Report report = lint(saying("index-not-concurrent", "info", "prefer-text", "error"));

    assertThat(report.findings())
        .extracting(f -> f.rule() + " " + f.severity())
        .containsExactly("index-not-concurrent INFO", "prefer-text ERROR");
  }

  @Test
  void all_migrations_are_judged_when_somebody_asks_for_it() {
    project.migration("V2__note.sql", "ALTER TABLE orders ADD note text;\n").commit("Note");

    LintConfig all = saying("prefer-bigint", "warning", "require-comment", "warning").all(true);

    assertThat(lint(all).findings()).extracting(Finding::rule).containsExactly("require-comment");
    assertThat(lint(all.all(false)).findings()).isEmpty();
  }

  @Test
  void undo_scripts_beside_the_migrations_count() throws IOException {
    project
        .migration("V2__note.sql", "ALTER TABLE orders ADD note text;\n")
        .migration("V3__name.sql", "ALTER TABLE orders ADD name text;\n")
        .commit("Note");
    Path undo = Files.createDirectories(project.directory().resolve("undo"));
    Files.writeString(undo.resolve("U2__note.sql"), "ALTER TABLE orders DROP note;\n");

    Report report =
        new Lint(new FlywayEngine(), Dialects.of(Database.POSTGRESQL))
            .run(
                new LintGoalConfig(
                    project.config().linting(saying("missing-undo", "warning")),
                    List.of(undo),
                    Optional.empty(),
                    ""));

    assertThat(report.findings())
        .extracting(Finding::message)
        .containsExactly("V3__name.sql has no undo script");
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void other_products_are_judged_by_the_rules_for_them(Database database) {
    project
        .migration("V2__drop.sql", "ALTER TABLE orders DROP COLUMN status;\n")
        .migration("V3__index.sql", "CREATE INDEX orders_id ON orders (id);\n")
        .commit("Drop");
    var config =
        project.config(Migrations.settings(database, project.settings().locations().get(0)));

    Report report = new Lint(new FlywayEngine(), Dialects.of(database)).run(lintOf(config));

    assertThat(report.findings()).extracting(Finding::rule).contains("drop-column");
    assertThat(report.findings()).extracting(Finding::rule).doesNotContain("index-not-concurrent");
  }

  @Test
  void a_note_says_who_runs_the_migrations_where_nobody_has_said_so() {
    FlywayRun shown = new FlywayRun(Optional.of("flyway.conf"), true, Optional.empty());
    LintConfig silent =
        new LintConfig(
            List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, shown);
    LintConfig said =
        new LintConfig(
            List.of(),
            Optional.empty(),
            Optional.of(LintConfig.DeployedBy.FLYWAY),
            Optional.empty(),
            false,
            shown);

    assertThat(lint(silent).notes())
        .containsExactly(
            "migrations are run by Flyway, as flyway.conf shows; lint.deployedBy says otherwise");
    assertThat(lint(said).notes()).isEmpty();
  }

  @Test
  void a_history_that_was_read_is_known_the_next_time(@TempDir Path cache) throws IOException {
    for (int i = 2; i < 30; i++) {
      project.migration("V" + i + "__t.sql", "CREATE TABLE t" + i + " (a varchar(10));\n");
    }
    project.commit("Tables").publish().branch("wider");
    project
        .migration("V99__wider.sql", "ALTER TABLE t7 ALTER a TYPE varchar(20);\n")
        .migration("V100__narrower.sql", "ALTER TABLE t8 ALTER a TYPE varchar(5);\n");
    LintGoalConfig config =
        new LintGoalConfig(
            project.config(Migrations.settings(project.settings().locations().get(0))),
            List.of(),
            Optional.of(cache),
            "1");
    Report first = run(config);

    assertThat(cache.resolve("lint")).isDirectoryContaining(file -> true);
    assertThat(run(config).findings()).isEqualTo(first.findings()).isNotEmpty();
  }

  private static Report run(LintGoalConfig config) {
    return new Lint(new FlywayEngine(), Dialects.of(Database.POSTGRESQL)).run(config);
  }

  @Test
  void wrong_settings_are_refused() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> lint(saying("drop-colum", "off")))
        .withMessage("here: there is no lint rule 'drop-colum'")
        .satisfies(e -> assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.FINDINGS));
  }

  private static LintConfig saying(String... keysAndValues) {
    List<LintWord> words = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      words.add(LintWord.in("here", keysAndValues[i], keysAndValues[i + 1]));
    }
    return new LintConfig(
        words, Optional.empty(), Optional.empty(), Optional.empty(), false, FlywayRun.UNKNOWN);
  }

  private Report lint(LintConfig config) {
    return new Lint(new FlywayEngine(), Dialects.of(Database.POSTGRESQL))
        .run(lintOf(project.config().linting(config)));
  }

  private static LintGoalConfig lintOf(ProjectConfig config) {
    return new LintGoalConfig(config, List.of(), Optional.empty(), "");
  }

  private Report lint() {
    return new Lint(new FlywayEngine(), Dialects.of(Database.POSTGRESQL))
        .run(lintOf(project.config()));
  }
}
