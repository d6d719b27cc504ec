package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.ReportGoldens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collisions and tampering on real repositories. */
class ValidateTest {

  private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY);\n";

  @TempDir Path directory;
  private GitProject project = GitProject.without(Path.of("target"));

  /** On a branch that left {@code origin/main} after V1, V2 and one repeatable. */
  @BeforeEach
  void branchOff() {
    project = GitProject.in(directory);
    project
        .migration("V1__orders.sql", ORDERS)
        .migration("V2__total.sql", "ALTER TABLE orders ADD total numeric(12, 2);\n")
        .migration("R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT 1 AS n;\n")
        .commit("Orders")
        .publish()
        .branch("change");
  }

  @Test
  void a_new_migration_above_the_base_passes() {
    project.migration("V3__status.sql", "ALTER TABLE orders ADD status text;\n").commit("Status");

    Report report = validate();

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.migrations().added()).isEqualTo(1);
    ReportGoldens.check("validate-passes", report, project.directory());
  }

  @Test
  void every_kind_of_trouble_is_told_at_once() {
    project
        .migration("V1__orders.sql", ORDERS.replace("bigint", "uuid"))
        .delete("V2__total.sql")
        .migration("V1.5__late.sql", "SELECT 1;\n")
        .migration("V3__a.sql", "SELECT 1;\n")
        .migration("V03__b.sql", "SELECT 1;\n")
        .migration("v4__c.sql", "SELECT 1;\n")
        .commit("Trouble");

    Report report = validate();

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.FAILED);
    ReportGoldens.check("validate-fails", report, project.directory());
  }

  @Test
  void three_spellings_of_one_version_collide() {
    project
        .migration("V3.2__a.sql", "SELECT 1;")
        .migration("V3_2__b.sql", "SELECT 1;")
        .migration("V03.2.0__c.sql", "SELECT 1;");

    assertThat(rules()).containsOnly("duplicate-version").hasSizeGreaterThanOrEqualTo(2);
    assertThat(validate().findings())
        .extracting(Finding::message)
        .contains("version 03.2.0 is also " + GitProject.path("V3.2__a.sql"));
  }

  @Test
  void two_repeatables_with_one_description_collide() {
    project.migration("more/R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT 2 AS n;\n");

    assertThat(rules()).containsExactly("duplicate-repeatable");
  }

  @Test
  void a_version_that_the_base_got_meanwhile_is_taken() {
    project.migration("V3__mine.sql", "SELECT 1;\n").commit("Mine");
    project.checkout("main").migration("V3__rival.sql", "SELECT 2;\n").commit("Rival").publish();
    project.checkout("change");

    assertThat(validate().findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.rule()).isEqualTo("duplicate-version");
              assertThat(f.message())
                  .isEqualTo(
                      "version 3 is also %s on origin/main"
                          .formatted(GitProject.path("V3__rival.sql")));
            });
  }

  @Test
  void a_version_below_the_newest_of_the_base_comes_too_late() {
    project.migration("V3__mine.sql", "SELECT 1;\n").commit("Mine");
    project.checkout("main").migration("V4__rival.sql", "SELECT 2;\n").commit("Rival").publish();
    project.checkout("change");

    assertThat(rules()).containsExactly("version-not-above-base");
    assertThat(validate().findings().get(0).help()).isEqualTo("rename it to a version above 4");
  }

  @Test
  void where_out_of_order_is_allowed_a_late_version_is_a_remark() {
    project.migration("V1.5__mine.sql", "SELECT 1;\n");

    Report report =
        new Validate(new FlywayEngine()).run(project.config(project.settings().inAnyOrder()));

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("version-not-above-base");
  }

  @Test
  void an_edited_migration_names_the_command_that_restores_it() {
    project.migration("V1__orders.sql", ORDERS + "-- note\n");

    assertThat(validate().findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.rule()).isEqualTo("migration-edited");
              assertThat(f.help())
                  .startsWith(
                      "restore it (git checkout %s -- %s)"
                          .formatted(
                              project.id("main").substring(0, 7),
                              GitProject.path("V1__orders.sql")));
            });
  }

  @Test
  void an_edit_that_makes_the_file_unreadable_is_an_edit_too() {
    project.write(
        GitProject.path("V1__orders.sql"), "SELECT 'ü';".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(rules()).containsExactlyInAnyOrder("file-encoding", "migration-edited");
  }

  @Test
  void a_renamed_migration_is_told_once() {
    project.delete("V2__total.sql");
    project.migration("V2__amount.sql", "ALTER TABLE orders ADD total numeric(12, 2);\n");

    assertThat(rules()).containsExactly("migration-renamed");
  }

  @Test
  void a_migration_with_a_new_version_is_a_renamed_one() {
    project.delete("V2__total.sql");
    project.migration("V3__total.sql", "ALTER TABLE orders ADD total numeric(12, 2);\n");

    assertThat(rules()).containsExactly("migration-renamed");
  }

  @Test
  void a_deleted_migration_is_told_at_its_old_place() {
    project.delete("V1__orders.sql");

    assertThat(validate().findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.rule()).isEqualTo("migration-deleted");
              assertThat(f.location().orElseThrow().file())
                  .isEqualTo(GitProject.path("V1__orders.sql"));
            });
  }

  @Test
  void moving_a_migration_to_another_folder_changes_nothing() {
    project.delete("V1__orders.sql").migration("2026/V1__orders.sql", ORDERS);

    assertThat(rules()).isEmpty();
    assertThat(validate().migrations().added()).isZero();
  }

  @Test
  void moving_and_editing_a_migration_is_editing_it() {
    project.delete("V1__orders.sql").migration("2026/V1__orders.sql", ORDERS + "SELECT 1;\n");

    assertThat(rules()).containsExactly("migration-edited");
  }

  @Test
  void other_line_ends_are_no_edit() {
    project.migration("V1__orders.sql", ORDERS.replace("\n", "\r\n"));

    Report report = validate();

    assertThat(report.findings()).isEmpty();
    assertThat(report.migrations().added()).isZero();
  }

  @Test
  void an_edited_repeatable_is_allowed_and_counts_as_new() {
    project.migration("R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT 2 AS n;\n");

    Report report = validate();

    assertThat(report.findings()).isEmpty();
    assertThat(report.migrations().added()).isEqualTo(1);
  }

  @Test
  void a_deleted_repeatable_is_allowed() {
    project.delete("R__totals.sql");

    assertThat(rules()).isEmpty();
  }

  @Test
  void files_that_are_not_committed_yet_are_judged_too() {
    project.migration("V2__again.sql", "SELECT 1;\n");

    assertThat(rules()).contains("duplicate-version");
  }

  @Test
  void a_project_in_a_folder_of_the_repository_is_compared_with_its_own_files() {
    GitProject module = GitProject.without(directory.resolve("modules/shop"));
    project.checkout("main");
    module.migration("V1__shop.sql", "SELECT 1;\n");
    project.commit("Module").publish().branch("module-change");
    module.migration("V1__shop.sql", "SELECT 2;\n");

    assertThat(validate(module).findings())
        .extracting(Finding::rule)
        .containsExactly("migration-edited");
  }

  @Test
  void without_git_it_is_said_what_was_not_checked() {
    GitProject loose = GitProject.without(directory.resolveSibling("loose-" + System.nanoTime()));
    loose.migration("V1__a.sql", "SELECT 1;\n");

    Report report = validate(loose);

    assertThat(report.outcome().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.notCompared())
        .containsExactly(
            "edited, renamed, deleted and out-of-order migrations (this is not a Git repository)");
  }

  @Test
  void a_project_without_any_migration_is_a_mistake() throws Exception {
    GitProject empty = GitProject.without(directory.resolve("empty"));
    MigrationSettings settings = empty.settings();
    Files.writeString(empty.file("readme.txt"), "soon");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> new Validate(new FlywayEngine()).run(empty.config(settings)))
        .withMessage("no migrations found in src/main/resources/db/migration");
  }

  private Report validate() {
    return validate(project);
  }

  private static Report validate(GitProject project) {
    return new Validate(new FlywayEngine()).run(project.config());
  }

  private List<String> rules() {
    return validate().findings().stream().map(Finding::rule).toList();
  }
}
