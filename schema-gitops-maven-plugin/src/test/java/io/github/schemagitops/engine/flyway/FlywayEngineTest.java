package io.github.schemagitops.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Flyway on a real server. */
class FlywayEngineTest {

  private static final MigrationSettings SETTINGS = Migrations.settings();

  private final FlywayEngine engine = new FlywayEngine();
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = new TestDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void migrations_run_in_order_and_only_once() throws SQLException {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "CREATE TABLE a (id int);",
            "V2__b.sql", "INSERT INTO a VALUES (1);",
            "R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;");
    List<String> told = new ArrayList<>();

    ApplyResult first = engine.apply(set, SETTINGS, database.spec(), telling(told));
    ApplyResult second = engine.apply(set, SETTINGS, database.spec(), ApplyListener.NONE);

    assertThat(first.failure()).isEmpty();
    assertThat(first.applied())
        .extracting(a -> a.migration().script())
        .containsExactly("V1__a.sql", "V2__b.sql", "R__v.sql");
    assertThat(told)
        .containsExactly(
            "start V1__a.sql", "end V1__a.sql",
            "start V2__b.sql", "end V2__b.sql",
            "start R__v.sql", "end R__v.sql");
    assertThat(second.applied()).isEmpty();
    assertThat(database.query("SELECT count(*) FROM v")).containsExactly("1");
  }

  @Test
  void a_failure_is_located_to_the_character() throws SQLException {
    Failure failure =
        failureOf(
            "V1__a.sql",
            """
            CREATE TABLE a (id int);
            -- two lines
              INSERT INTO a
                VALUES (nonsense);
            """);

    assertThat(failure.location()).contains(new Location("db/migration/V1__a.sql", 4, 13));
    assertThat(failure.statementNumber()).isEqualTo(2);
    assertThat(failure.statement()).contains("VALUES (nonsense)");
    assertThat(failure.sqlState()).isEqualTo("42703");
    assertThat(failure.message()).isEqualTo("column \"nonsense\" does not exist");
    assertThat(failure.rolledBack()).isTrue();
    assertThat(database.query("SELECT to_regclass('a')")).containsExactly("null");
  }

  @Test
  void a_failure_without_position_is_located_at_its_statement() {
    Failure failure =
        failureOf("V1__a.sql", "CREATE TABLE a (id int);\n\n  CREATE TABLE a (id int);\n");

    assertThat(failure.location()).contains(new Location("db/migration/V1__a.sql", 3, 3));
    assertThat(failure.message()).isEqualTo("relation \"a\" already exists");
  }

  @Test
  void a_failure_behind_a_placeholder_is_located_on_the_right_line() {
    Failure failure =
        failureOf(
            "V1__a.sql", "SELECT '${default_currency}';\nSELECT '${default_currency}', oops;\n");

    assertThat(failure.location().orElseThrow().line()).isEqualTo(2);
    assertThat(failure.statementNumber()).isEqualTo(2);
  }

  @Test
  void migrations_before_the_failing_one_stay() throws SQLException {
    ApplyResult result =
        apply("V1__a.sql", "CREATE TABLE a (id int);", "V2__b.sql", "SELECT * FROM nowhere;");

    assertThat(result.applied()).hasSize(1);
    assertThat(result.failure().flatMap(Failure::migration).map(Migration::script))
        .contains("V2__b.sql");
    assertThat(history().inForce()).extracting(History.Entry::script).containsExactly("V1__a.sql");
  }

  @Test
  void what_a_file_outside_of_a_transaction_did_before_it_failed_stays_and_is_said_to()
      throws SQLException {
    ApplyResult result =
        apply(
            "V1__a.sql", "CREATE TABLE a (id int);",
            "V2__b.sql.conf", "executeInTransaction=false\n",
            "V2__b.sql",
                """
            CREATE INDEX CONCURRENTLY one ON a (id);
            CREATE INDEX CONCURRENTLY two ON a (no);
            """);

    Failure failure = result.failure().orElseThrow();
    assertThat(failure.rolledBack()).isFalse();
    assertThat(failure.location()).map(Location::line).contains(2);
    assertThat(database.query("SELECT to_regclass('one')")).containsExactly("one");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void an_index_is_built_concurrently_without_waiting_for_flyways_own_lock() throws SQLException {
    ApplyResult result =
        apply(
            "V1__a.sql", "CREATE TABLE a (id int);",
            "V2__b.sql", "CREATE INDEX CONCURRENTLY a_id ON a (id);\n");

    assertThat(result.failure()).isEmpty();
    assertThat(database.query("SELECT to_regclass('a_id')")).containsExactly("a_id");
  }

  @Test
  void an_edited_repeatable_runs_again() throws SQLException {
    apply("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS n;");
    ApplyResult again = apply("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 2 AS n;");

    assertThat(again.applied()).hasSize(1);
    assertThat(database.query("SELECT n FROM v")).containsExactly("2");
  }

  @Test
  void a_byte_order_mark_does_not_reach_the_server() {
    assertThat(apply("V1__a.sql", "\uFEFFCREATE TABLE a (id int);").failure()).isEmpty();
  }

  @Test
  void a_database_without_history_table_has_no_history() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThat(engine.history(connection, SETTINGS)).isEmpty();
    }
  }

  @Test
  void an_empty_history_table_is_a_history() throws SQLException {
    apply();
    assertThat(history().entries()).isEmpty();
  }

  @Test
  void rows_of_every_kind_are_understood() throws SQLException {
    apply("V1__a.sql", "SELECT 1;", "V2__b.sql", "SELECT 2;", "V3__c.sql", "SELECT 3;");
    insert(4, "2", "DELETE", "V2__b.sql", true);
    insert(5, "3", "UNDO_SQL", "U3__c.sql", true);
    insert(6, "4", "JDBC", "db.V4__Code", true);
    insert(7, "5", "SQL", "V5__broken.sql", false);
    insert(8, "0", "BASELINE", "<< Flyway Baseline >>", true);
    insert(9, "6", "SOMETHING_NEW", "x", true);
    insert(10, "7", "SQL_BASELINE", "B7__all.sql", true);

    assertThat(history().entries())
        .extracting(History.Entry::type)
        .containsExactly(
            History.Type.SQL,
            History.Type.SQL,
            History.Type.SQL,
            History.Type.DELETED,
            History.Type.UNDONE,
            History.Type.CODE,
            History.Type.SQL,
            History.Type.BASELINE,
            History.Type.OTHER,
            History.Type.BASELINE_SCRIPT);
    assertThat(history().inForce())
        .extracting(History.Entry::script)
        .containsExactly("V1__a.sql", "db.V4__Code", "x", "B7__all.sql");
    assertThat(history().entries().get(8).typeName()).isEqualTo("SOMETHING_NEW");
    assertThat(history().failed())
        .extracting(History.Entry::script)
        .containsExactly("V5__broken.sql");
    assertThat(history().entries().get(3).checksum()).isEmpty();
  }

  @Test
  void a_history_table_with_an_odd_name_in_another_schema_is_found() throws SQLException {
    database.execute("CREATE SCHEMA \"Odd\"", "CREATE TABLE hist_ry (id int)");
    MigrationSettings odd =
        new MigrationSettings(
            SETTINGS.database(),
            List.of(),
            SETTINGS.placeholders(),
            SETTINGS.placeholderSyntax(),
            SETTINGS.encoding(),
            SETTINGS.naming(),
            List.of(),
            "hist%ry",
            Optional.of("Odd"),
            false,
            false,
            List.of());
    MigrationSet set = Migrations.read("V1__a.sql", "SELECT 1;");

    try (Connection connection = database.connect()) {
      assertThat(engine.history(connection, odd)).isEmpty();
    }
    assertThat(engine.apply(set, odd, database.spec(), ApplyListener.NONE).failure()).isEmpty();
    try (Connection connection = database.connect()) {
      assertThat(engine.history(connection, odd).orElseThrow().inForce()).hasSize(1);
      assertThat(engine.history(connection, SETTINGS)).isEmpty();
    }
  }

  private void insert(int rank, String version, String type, String script, boolean success)
      throws SQLException {
    database.execute(
        """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, installed_by, execution_time, success)
        VALUES (%d, '%s', 'x', '%s', '%s', 'somebody', 1, %s)
        """
            .formatted(rank, version, type, script, success));
  }

  private History history() throws SQLException {
    try (Connection connection = database.connect()) {
      return engine.history(connection, SETTINGS).orElseThrow();
    }
  }

  private ApplyResult apply(String... namesAndTexts) {
    return engine.apply(
        Migrations.read(namesAndTexts), SETTINGS, database.spec(), ApplyListener.NONE);
  }

  private Failure failureOf(String... namesAndTexts) {
    return apply(namesAndTexts).failure().orElseThrow();
  }

  private static ApplyListener telling(List<String> told) {
    return new ApplyListener() {
      @Override
      public void starting(Migration migration) {
        told.add("start " + migration.script());
      }

      @Override
      public void finished(Migration migration, Duration time) {
        told.add("end " + migration.script());
      }
    };
  }
}
