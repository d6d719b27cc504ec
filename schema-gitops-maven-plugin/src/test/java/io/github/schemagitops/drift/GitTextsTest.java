package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Histories;
import io.github.schemagitops.testing.Migrations;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that were applied and are not in the work tree any more, in a real repository. */
class GitTextsTest {

  private static final String TABLE = "CREATE TABLE orders (id int);\n";
  private static final String VIEW = "CREATE OR REPLACE VIEW v AS SELECT '${currency}';\n";

  @TempDir Path directory;
  private final FlywayEngine engine = new FlywayEngine();
  private final Histories rows = new Histories();
  private GitProject project;
  private ProjectConfig config;

  @BeforeEach
  void appliedEverything() {
    project = GitProject.in(directory);
    config = config("EUR");
    project.migration("V1__orders.sql", TABLE).migration("V2__more.sql", "SELECT 2;\n");
    project.migration("R__v.sql", VIEW).commit("All").publish();
    set().migrations().forEach(rows::applied);
  }

  @Test
  void a_deleted_and_a_renamed_file_are_found_by_what_they_were() {
    project
        .delete("V2__more.sql")
        .git("mv", GitProject.path("R__v.sql"), GitProject.path("R__w.sql"));
    project.commit("Gone");

    HistoryPlan plan = plan();

    assertThat(plan.migrations())
        .extracting(Migration::script)
        .containsExactly("V1__orders.sql", "V2__more.sql", "R__v.sql");
    assertThat(plan.unknown()).isEmpty();
    assertThat(plan.findings())
        .extracting(Finding::help)
        .contains(
            "check out what was deployed, or restore the file: git show %s:%s"
                .formatted(project.id("HEAD~1").substring(0, 7), GitProject.path("V2__more.sql")));
  }

  @Test
  void a_file_that_came_from_another_folder_is_found_with_its_older_text() {
    project.git("mv", "src/main/resources/db", "src/main/resources/sql");
    project
        .write("src/main/resources/sql/migration/R__v.sql", "SELECT 'new';\n")
        .commit("Moved and edited");
    config =
        project.config(
            settings("EUR", project.directory().resolve("src/main/resources/sql/migration")));

    HistoryPlan plan = plan();

    assertThat(plan.migrations().get(2).text()).isEqualTo(VIEW);
    assertThat(plan.migrations().get(2).path())
        .isEqualTo("src/main/resources/db/migration/R__v.sql");
    assertThat(plan.unknown()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void a_commit_from_before_the_deployment_finds_the_rest_on_the_base_branch() {
    project.branch("old").checkout("main");
    project.migration("V3__new.sql", "SELECT 3;\n").commit("New").publish();
    rows.applied(set().migrations().get(2));
    project.checkout("old");

    assertThat(plan().migrations())
        .extracting(Migration::script)
        .containsExactly("V1__orders.sql", "V2__more.sql", "R__v.sql", "V3__new.sql");
    assertThat(plan().unknown()).isEmpty();
  }

  @Test
  void a_branch_that_was_not_merged_is_not_believed() {
    project.branch("pushed").migration("V3__new.sql", "SELECT 3;\n").commit("New");
    rows.applied(set().migrations().get(2));
    project.checkout("main");

    assertThat(plan().unknown())
        .containsExactly(
            "what V3__new.sql did is not known: its file is missing, and its text is not in Git's"
                + " history");
  }

  @Test
  void a_repeatable_is_found_with_the_values_of_the_environment_and_with_no_others() {
    config = config("USD");
    Migration applied = set().migrations().get(2);
    rows.applied(applied);
    project.migration("R__v.sql", "SELECT 'new';\n").commit("New");

    assertThat(plan().migrations())
        .extracting(Migration::checksum)
        .containsSequence(applied.checksum())
        .hasSize(3);
    assertThat(plan().unknown()).isEmpty();
    config = config("CHF");
    assertThat(plan().unknown())
        .containsExactly(
            "the text of R__v.sql that was applied on 2026-11-20 is not in Git's history with"
                + " today's placeholder values");
  }

  @Test
  void a_script_configuration_of_then_counts() {
    project.migration("V3__x.sql", "SELECT '${no}';\n");
    project.migration("V3__x.sql.conf", "placeholderReplacement=false\n").commit("With").publish();
    rows.applied(set().migrations().get(2));
    project.delete("V3__x.sql").delete("V3__x.sql.conf").commit("Gone");

    assertThat(plan().migrations().get(3).statements())
        .singleElement()
        .satisfies(s -> assertThat(s.sql()).isEqualTo("SELECT '${no}'"));
  }

  @Test
  void a_shallow_clone_is_named_as_the_reason() {
    project.migration("R__v.sql", "SELECT 'new';\n").commit("New").publish();
    Path clone = directory.resolve("clone");
    project.git("clone", "--quiet", "--depth=1", directory.toUri().toString(), clone.toString());
    GitProject shallow = GitProject.without(clone);
    config = shallow.config(settings("EUR", shallow.file("")));

    assertThat(plan().unknown())
        .containsExactly(
            "the text of R__v.sql that was applied on 2026-11-20 is not in this clone, which is"
                + " shallow");
  }

  @Test
  void without_a_repository_the_work_tree_is_all_there_is() {
    GitProject none = GitProject.without(directory.resolveSibling(directory.getFileName() + "-x"));
    none.migration("V1__orders.sql", TABLE).migration("V2__more.sql", "SELECT 22;\n");
    none.migration("R__v.sql", VIEW);
    config = none.config(settings("EUR", none.file("")));

    assertThat(plan().unknown())
        .containsExactly(
            "the text of V2__more.sql that was applied on 2026-11-20 is not in the work tree, and"
                + " this is no Git repository");
  }

  private HistoryPlan plan() {
    return ExpectedState.plan(rows.history(), set(), engine, config);
  }

  private MigrationSet set() {
    return engine.read(
        MigrationFiles.read(config.baseDirectory(), config.migrations().locations()),
        config.migrations());
  }

  private ProjectConfig config(String currency) {
    return project.config(settings(currency, project.file("")));
  }

  private static MigrationSettings settings(String currency, Path location) {
    return Migrations.settings(location).withPlaceholders(Map.of("currency", currency));
  }
}
