package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.testing.Histories;
import io.github.schemagitops.testing.Migrations;
import java.util.List;
import java.util.Optional;
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
    rows.applied(V1).applied(V2).add("2", History.Type.REMOVED, 0);

    assertPlan(plan(), "V1__a.sql");
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
  void an_earlier_run_of_a_repeatable_whose_text_is_lost_does_no_harm() {
    rows.applied(VIEW, 42).applied(VIEW);

    assertPlan(plan(), "R__v.sql");
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
        .containsExactly("what V9__x.sql did is not known: its file is missing");
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
    assertThat(plan().unknown()).containsExactly("V9__x.sql is not a script and was not run");
  }

  @Test
  void scripts_up_to_a_baseline_stand_for_what_was_there() {
    rows.add("1", History.Type.BASELINE, 0).applied(V2);

    assertPlan(plan(), "V1__a.sql", "V2__b.sql");
    assertThat(plan().unknown()).isEmpty();
  }

  @Test
  void a_baseline_script_stands_for_all_scripts_up_to_it() {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "SELECT 1;", "B1__all.sql", "SELECT 0;", "V2__b.sql", "SELECT 2;");
    rows.add("1", History.Type.BASELINE, 0).applied(V2);

    HistoryPlan plan = HistoryPlan.of(rows.history(), set, (now, checksum) -> Optional.empty());

    assertPlan(plan, "B1__all.sql", "V2__b.sql");
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

  private HistoryPlan plan(Migration... older) {
    return HistoryPlan.of(
        rows.history(),
        SET,
        (now, checksum) ->
            List.of(older).stream().filter(m -> m.checksum() == checksum).findFirst());
  }

  private static void assertPlan(HistoryPlan plan, String... scripts) {
    assertThat(plan.migrations()).extracting(Migration::script).containsExactly(scripts);
  }
}
