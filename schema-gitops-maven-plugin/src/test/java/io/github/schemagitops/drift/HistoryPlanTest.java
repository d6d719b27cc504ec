package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.testing.Histories;
import io.github.schemagitops.testing.Migrations;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryPlanTest {

  private static final MigrationSet SET =
      Migrations.read("V1__a.sql", "SELECT 1;", "V2__b.sql", "SELECT 2;", "R__v.sql", "SELECT 3;");
  private static final Migration V1 = SET.migrations().get(0);
  private static final Migration V2 = SET.migrations().get(1);
  private static final Migration VIEW = SET.migrations().get(2);

  private final Histories rows = new Histories();

  @Test
  void what_was_applied_is_replayed_in_its_own_order() {
    rows.applied(V2).applied(V1).applied(VIEW);

    assertPlan(plan(), "V2__b.sql", "V1__a.sql", "R__v.sql");
    assertThat(plan().findings()).isEmpty();
    assertThat(plan().unknown()).isEmpty();
  }

  @Test
  void a_pending_migration_is_not_part_of_it() {
    rows.applied(V1);

    assertPlan(plan(), "V1__a.sql");
  }

  @Test
  void a_removed_migration_is_not_part_of_it() {
    rows.applied(V1).applied(V2).add("2", History.Type.DELETED, 0);

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().findings())
        .extracting(Finding::rule, Finding::severity)
        .containsExactly(tuple("history-deleted-row", Severity.INFO));
  }

  @Test
  void a_migration_that_was_undone_by_a_script_is_not_part_of_it_and_told() {
    rows.applied(V1).applied(V2).add("2", History.Type.UNDONE, 0);

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().findings())
        .extracting(Finding::message)
        .containsExactly(
            "V2__b.sql was undone on 2026-11-20 by V2__x.sql, so nothing of it is expected");
    assertThat(plan().unknown()).isEmpty();
  }

  @Test
  void what_was_removed_and_applied_again_is_part_of_it_where_it_ran_last() {
    rows.applied(V1).applied(V2).about(V1, History.Type.DELETED).applied(V1);

    assertPlan(plan(), "V2__b.sql", "V1__a.sql");
    assertThat(plan().findings()).isEmpty();
  }

  @Test
  void what_was_removed_twice_is_told_once() {
    rows.applied(V1).about(V1, History.Type.DELETED).applied(V1).about(V1, History.Type.UNDONE);

    assertPlan(plan());
    assertThat(plan().findings())
        .extracting(Finding::rule)
        .containsExactly("history-undone-migration");
  }

  @Test
  void a_removed_repeatable_is_not_part_of_it() {
    rows.applied(V1).applied(VIEW, 42).applied(VIEW).about(VIEW, History.Type.DELETED);

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().findings()).extracting(Finding::rule).containsExactly("history-deleted-row");
  }

  @Test
  void a_row_of_an_unknown_type_makes_the_state_unknown() {
    rows.applied(V1).add("9", History.Type.OTHER, 0);

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().unknown())
        .containsExactly(
            "what V9__x.sql did is not known: its row has the type OTHER, which this tool cannot"
                + " run");
  }

  @Test
  void an_edited_migration_is_replayed_with_its_older_text_and_told() {
    Migration older = Migrations.read("V1__a.sql", "SELECT 'older';").migrations().get(0);
    rows.applied(V1, older.checksum());

    HistoryPlan plan = plan(older);

    assertThat(plan.migrations()).containsExactly(older);
    assertThat(plan.findings())
        .extracting(Finding::rule)
        .containsExactly("applied-migration-edited");
    assertThat(plan.unknown()).isEmpty();
  }

  @Test
  void an_edited_migration_without_older_text_makes_the_state_unknown() {
    rows.applied(V1, 42).applied(V2);

    assertPlan(plan(), "V2__b.sql");
    assertThat(plan().findings())
        .extracting(Finding::rule)
        .containsExactly("applied-migration-edited");
    assertThat(plan().unknown())
        .containsExactly(
            "the text of V1__a.sql that was applied on 2026-11-20 is not in Git's history");
  }

  @Test
  void an_edited_repeatable_is_replayed_with_its_older_text_and_is_no_mistake() {
    Migration older = Migrations.read("R__v.sql", "SELECT 'older';").migrations().get(0);
    rows.applied(VIEW, older.checksum());

    HistoryPlan plan = plan(older);

    assertThat(plan.migrations()).containsExactly(older);
    assertThat(plan.findings()).isEmpty();
    assertThat(plan.unknown()).isEmpty();
  }

  @Test
  void every_run_of_a_repeatable_is_replayed_where_it_ran() {
    Migration older = Migrations.read("R__v.sql", "SELECT 'older';").migrations().get(0);
    rows.applied(V1).applied(VIEW, older.checksum()).applied(V2).applied(VIEW);

    assertThat(plan(older).migrations()).containsExactly(V1, older, V2, VIEW);
  }

  @Test
  void an_earlier_run_of_a_repeatable_whose_text_is_lost_is_left_out_and_told() {
    rows.applied(VIEW, 42).applied(VIEW);

    assertPlan(plan(), "R__v.sql");
    assertThat(plan().findings())
        .extracting(Finding::severity, Finding::message)
        .containsExactly(
            tuple(
                Severity.INFO,
                "the run of R__v.sql on 2026-11-20 is left out: its text is not in Git's history;"
                    + " a later run replaced it"));
    assertThat(plan().unknown()).isEmpty();
  }

  @Test
  void a_missing_file_makes_the_state_unknown() {
    rows.applied(V1).add("9", History.Type.SQL, 0);

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().findings())
        .extracting(Finding::message)
        .containsExactly("V9__x.sql was applied on 2026-11-20, but there is no such file");
    assertThat(plan().unknown())
        .containsExactly(
            "what V9__x.sql did is not known: its file is missing, and its text is not in Git's"
                + " history");
  }

  @Test
  void a_missing_file_whose_text_is_in_git_is_replayed_where_it_ran_and_told() {
    Migration gone = Migrations.read("V1.5__gone.sql", "SELECT 1.5;").migrations().get(0);
    Migration view = Migrations.read("R__gone.sql", "SELECT 6;").migrations().get(0);
    rows.applied(V1).applied(gone).applied(view).applied(V2);

    HistoryPlan plan = plan(gone, view);

    assertThat(plan.migrations()).containsExactly(V1, gone, view, V2);
    assertThat(plan.unknown()).isEmpty();
    assertThat(plan.findings())
        .extracting(Finding::rule, Finding::severity, Finding::message)
        .containsExactly(
            tuple(
                "applied-migration-missing",
                Severity.WARNING,
                "V1.5__gone.sql was applied on 2026-11-20, but there is no such file any more;"
                    + " commit 4f2c1a9 has it"),
            tuple(
                "applied-migration-missing",
                Severity.WARNING,
                "R__gone.sql was applied on 2026-11-20, but there is no such file any more; commit"
                    + " 4f2c1a9 has it"));
  }

  @Test
  void a_failed_row_is_told_and_makes_the_state_unknown() {
    rows.applied(V1).failed("2");

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().findings())
        .extracting(Finding::rule)
        .containsExactly("history-failed-migration");
    assertThat(plan().unknown())
        .containsExactly("what the failed V2__x.sql left behind is not known");
  }

  @Test
  void a_migration_in_code_cannot_be_replayed() {
    rows.applied(V1).add("9", History.Type.CODE, 0);

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().unknown())
        .containsExactly("what V9__x.sql did is not known, because it is in code");
  }

  @Test
  void scripts_up_to_a_baseline_stand_for_what_was_there() {
    rows.add("1", History.Type.BASELINE, 0).applied(V2);

    assertPlan(plan(), "V1__a.sql", "V2__b.sql");
    assertThat(plan().unknown()).isEmpty();
  }

  @Test
  void a_baseline_is_compared_as_a_number() {
    MigrationSet set =
        Migrations.read(
            "V2__a.sql",
            "SELECT 2;",
            "V5__b.sql",
            "SELECT 5;",
            "V7__c.sql",
            "SELECT 7;",
            "V10__d.sql",
            "SELECT 10;",
            "V50__e.sql",
            "SELECT 50;");
    rows.add("5", History.Type.BASELINE, 0).applied(set.migrations().get(2));

    assertPlan(plan(set), "V2__a.sql", "V5__b.sql", "V7__c.sql");
    rows.applied(set.migrations().get(3));
    assertPlan(plan(set), "V2__a.sql", "V5__b.sql", "V7__c.sql", "V10__d.sql");
  }

  @Test
  void a_baseline_script_stands_for_all_scripts_up_to_it_and_the_next_ones_follow() {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql",
            "SELECT 1;",
            "B2__all.sql",
            "SELECT 0;",
            "V2__b.sql",
            "SELECT 2;",
            "V3__c.sql",
            "SELECT 3;",
            "V4__d.sql",
            "SELECT 4;");
    rows.add("3", History.Type.BASELINE, 0).applied(set.migrations().get(4));

    assertPlan(plan(set), "B2__all.sql", "V3__c.sql", "V4__d.sql");
    assertThat(plan(set).unknown()).isEmpty();
  }

  @Test
  void a_baseline_whose_version_lies_between_applied_ones_fills_only_the_gap() {
    rows.applied(V1).add("2", History.Type.BASELINE, 0).applied(VIEW);

    assertPlan(plan(), "V1__a.sql", "V2__b.sql", "R__v.sql");
  }

  @Test
  void a_baseline_script_that_ran_is_replayed_with_the_text_that_ran() {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "SELECT 1;", "B2__all.sql", "SELECT 0;", "V2__b.sql", "SELECT");
    Migration older = Migrations.read("B2__all.sql", "SELECT 'older';").migrations().get(0);
    rows.applied(older);

    assertThat(plan(set, older).migrations()).containsExactly(older);
    assertThat(plan(set, older).findings())
        .extracting(Finding::rule)
        .containsExactly("applied-migration-edited");
    assertThat(plan(set).unknown())
        .containsExactly(
            "the text of B2__all.sql that was applied on 2026-11-20 is not in Git's history");
  }

  @Test
  void a_baseline_without_any_script_makes_the_state_unknown() {
    rows.add("0.5", History.Type.BASELINE, 0).applied(V1);

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().unknown())
        .containsExactly(
            "history begins at baseline version 0.5: what existed before is in no script");
  }

  @Test
  void the_schemas_own_row_is_nothing_to_replay() {
    rows.add("0", History.Type.SCHEMA, 0).applied(V1);

    assertPlan(plan(), "V1__a.sql");
    assertThat(plan().unknown()).isEmpty();
  }

  private HistoryPlan plan(Migration... inGit) {
    return plan(SET, inGit);
  }

  private HistoryPlan plan(MigrationSet set, Migration... inGit) {
    return HistoryPlan.of(
        rows.history(),
        set,
        entry ->
            Stream.of(inGit)
                .filter(m -> entry.isOf(m.id()))
                .filter(m -> entry.checksum().equals(Optional.of(m.checksum())))
                .map(m -> new PastTexts.PastText(m, "commit 4f2c1a9"))
                .findFirst(),
        entry -> MigrationEngine.Code.unknown("it is in code"));
  }

  private static void assertPlan(HistoryPlan plan, String... scripts) {
    assertThat(plan.migrations()).extracting(Migration::script).containsExactly(scripts);
  }
}
