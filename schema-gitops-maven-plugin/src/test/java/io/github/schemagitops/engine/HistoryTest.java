package io.github.schemagitops.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.testing.Histories;
import io.github.schemagitops.testing.Migrations;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final MigrationSet SET =
      Migrations.read("V1__a.sql", "SELECT 1;", "V2__b.sql", "SELECT 2;", "R__v.sql", "SELECT 3;");

  private final Histories rows = new Histories();

  @Test
  void what_was_applied_is_in_force_in_the_order_of_execution() {
    rows.add("2", History.Type.SQL, 0).add("1", History.Type.SQL, 0).repeatable("v", 1);

    assertThat(rows.history().inForce()).extracting(History.Entry::rank).containsExactly(1, 2, 3);
    assertThat(rows.history().newest()).map(MigrationVersion::toString).contains("2");
  }

  @Test
  void the_order_is_the_ranks_whatever_order_the_rows_come_in() {
    List<History.Entry> all =
        rows.add("1", History.Type.SQL, 0).add("2", History.Type.SQL, 0).entries();

    assertThat(new History(List.of(all.get(1), all.get(0))).entries())
        .extracting(History.Entry::rank)
        .containsExactly(1, 2);
  }

  @Test
  void only_the_latest_run_of_a_repeatable_is_in_force() {
    rows.repeatable("v", 1).add("1", History.Type.SQL, 0).repeatable("v", 2);

    assertThat(rows.history().inForce()).extracting(History.Entry::rank).containsExactly(2, 3);
  }

  @Test
  void an_undone_or_removed_version_is_not_in_force_until_it_is_applied_again() {
    rows.add("1", History.Type.SQL, 0)
        .add("2", History.Type.SQL, 0)
        .add("2", History.Type.DELETED, 0);
    assertThat(versions()).containsExactly("1");
    assertThat(rows.history().pending(SET)).extracting(Migration::script).contains("V2__b.sql");

    rows.add("2", History.Type.SQL, 0);
    assertThat(versions()).containsExactly("1", "2");
  }

  @Test
  void spellings_of_a_version_are_one_migration() {
    rows.add("1.0", History.Type.SQL, 0).add("01", History.Type.DELETED, 0);

    assertThat(rows.history().inForce()).isEmpty();
  }

  /** Both once had the same key. */
  @Test
  void versions_with_the_same_hash_code_are_two_migrations() {
    rows.add("1.33", History.Type.SQL, 0).add("2.2", History.Type.SQL, 0);

    assertThat(version("1.33")).hasSameHashCodeAs(version("2.2"));
    assertThat(versions()).containsExactly("1.33", "2.2");
  }

  @Test
  void a_baseline_is_compared_as_a_number() {
    MigrationSet set =
        Migrations.read(
            "V2__a.sql", "SELECT 2;", "V5__b.sql", "SELECT 5;", "V10__c.sql", "SELECT 10;");
    rows.add("5", History.Type.BASELINE, 0);

    assertThat(rows.history().pending(set))
        .extracting(Migration::script)
        .containsExactly("V10__c.sql");
    assertThat(rows.history().newest()).map(MigrationVersion::toString).contains("5");
  }

  @Test
  void on_an_empty_database_the_newest_baseline_script_runs_instead_of_what_it_stands_for() {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "SELECT 1;",
            "B1__all.sql", "SELECT 1;",
            "B2__all.sql", "SELECT 2;",
            "V2__b.sql", "SELECT 2;",
            "V3__c.sql", "SELECT 3;");

    assertThat(rows.history().pending(set))
        .extracting(Migration::script)
        .containsExactly("B2__all.sql", "V3__c.sql");
    rows.add("2", History.Type.BASELINE_SCRIPT, 0);
    assertThat(rows.history().pending(set))
        .extracting(Migration::script)
        .containsExactly("V3__c.sql");
    assertThat(rows.history().inForce()).extracting(History.Entry::rank).containsExactly(1);
  }

  @Test
  void a_baseline_script_does_not_run_where_versions_ran() {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "SELECT 1;", "B2__all.sql", "SELECT 2;", "V3__c.sql", "SELECT");
    rows.add("1", History.Type.SQL, 0);

    assertThat(rows.history().pending(set))
        .extracting(Migration::script)
        .containsExactly("V3__c.sql");
  }

  @Test
  void a_failed_row_is_not_in_force() {
    rows.add("1", History.Type.SQL, 0).failed("2");

    assertThat(versions()).containsExactly("1");
    assertThat(rows.history().failed()).extracting(History.Entry::rank).containsExactly(2);
  }

  @Test
  void nothing_below_a_baseline_is_pending() {
    rows.add("1", History.Type.BASELINE, 0);

    assertThat(rows.history().baseline()).map(MigrationVersion::toString).contains("1");
    assertThat(rows.history().newest()).map(MigrationVersion::toString).contains("1");
    assertThat(rows.history().pending(SET))
        .extracting(Migration::script)
        .containsExactly("V2__b.sql", "R__v.sql");
  }

  @Test
  void a_repeatable_is_pending_when_its_text_changed() {
    int now = SET.repeatable().findFirst().orElseThrow().checksum();
    rows.add("1", History.Type.SQL, 0).add("2", History.Type.SQL, 0).repeatable("v", now);
    assertThat(rows.history().pending(SET)).isEmpty();

    rows.repeatable("v", now + 1);
    assertThat(rows.history().pending(SET))
        .extracting(Migration::script)
        .containsExactly("R__v.sql");
  }

  @Test
  void the_schemas_own_row_is_no_migration() {
    rows.add("0", History.Type.SCHEMA, 0);

    assertThat(rows.history().inForce()).isEmpty();
    assertThat(rows.history().newest()).isEmpty();
    assertThat(rows.history().pending(SET)).hasSize(3);
  }

  private static MigrationVersion version(String text) {
    return MigrationVersion.parse(text).orElseThrow();
  }

  private List<String> versions() {
    return rows.history().inForce().stream()
        .map(e -> e.version().orElseThrow().toString())
        .toList();
  }
}
