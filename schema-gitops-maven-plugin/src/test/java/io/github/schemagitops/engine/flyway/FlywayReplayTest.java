package io.github.schemagitops.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.postgres.PostgresDialect;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The replay against Flyway itself: same schema, same rows, same history. */
class FlywayReplayTest {

  private static final Path BOOKSTORE = Path.of("../examples/bookstore-postgres");
  private static final String HISTORY =
      "SELECT installed_rank, version, description, type, script, checksum, success"
          + " FROM flyway_schema_history ORDER BY 1";

  private final FlywayEngine engine = new FlywayEngine();

  @Test
  void the_bookstore_comes_out_as_with_flyway() throws SQLException {
    MigrationSettings settings =
        Migrations.settings(BOOKSTORE.resolve("src/main/resources/db/migration").toAbsolutePath());
    MigrationSet set =
        engine.read(
            MigrationFiles.read(BOOKSTORE.toAbsolutePath(), settings.locations()), settings);

    assertSameAsFlyway(set, settings, "SELECT count(*) FROM authors");
  }

  @Test
  void what_a_session_sets_ends_with_its_migration_as_with_flyway() throws SQLException {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql",
                "CREATE SCHEMA other; SET search_path = other; CREATE TABLE here (id int);",
            "V2__b.sql", "CREATE TABLE there (id int); SET ROLE NONE;",
            "V3__c.sql", "CREATE TABLE owned AS SELECT current_user::text AS who;",
            "V4__d.sql", "SET statement_timeout = '77s';",
            "V5__e.sql", "CREATE TABLE kept AS SELECT current_setting('statement_timeout') AS t;");

    assertSameAsFlyway(set, Migrations.settings(), "SELECT who = current_user, t FROM owned, kept");
  }

  @Test
  void rows_behind_a_copy_and_braces_arrive() throws SQLException {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "CREATE TABLE a (id int, doc jsonb);",
            "V2__b.sql",
                "COPY a (id) FROM STDIN;\n1\n2\n\\.\nINSERT INTO a VALUES (3, '{\"a\":1}');",
            "V3__c.sql", "DELETE FROM a WHERE doc ? 'a' AND id = 99; SELECT '{d 2020-01-01}';");

    assertSameAsFlyway(set, Migrations.settings(), "SELECT id, doc FROM a ORDER BY 1");
  }

  @Test
  void an_insert_may_return_rows() throws SQLException {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "CREATE TABLE a (id int);",
            "V2__b.sql", "CREATE RULE tell AS ON INSERT TO a DO ALSO SELECT new.id;",
            "V3__c.sql", "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);",
            "V4__d.sql", "INSERT INTO a VALUES (3);\nINSERT INTO a VALUES (4) RETURNING id;");

    assertSameAsFlyway(set, Migrations.settings(), "SELECT id FROM a ORDER BY 1");
  }

  @Test
  void callbacks_run_as_with_flyway() throws SQLException {
    MigrationSet set =
        engine.read(
            List.of(
                Migrations.file("V1__a.sql", "CREATE TABLE a (id int);"),
                Migrations.file("V2__b.sql", "INSERT INTO a VALUES (2);"),
                Migrations.file("afterEachMigrate.sql", "INSERT INTO a VALUES (100);")),
            Migrations.settings());

    assertSameAsFlyway(set, Migrations.settings(), "SELECT id FROM a ORDER BY 1");
  }

  @Test
  void values_that_only_flyway_knows_are_filled_in_by_flyway() throws SQLException {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "CREATE TABLE a (what text);",
            "V2__b.sql", "INSERT INTO a VALUES ('${flyway:table} ${flyway:filename}');",
            "V3__c.sql",
                "INSERT INTO a VALUES ('${flyway:user}'); GRANT ALL ON a TO ${flyway:user};");

    try (TestDatabase database = new TestDatabase()) {
      ApplyResult result =
          engine.replay(
              set.migrations(),
              List.of(),
              Migrations.settings(),
              database.spec(),
              ApplyListener.NONE);

      assertThat(result.failure()).isEmpty();
      assertThat(database.query("SELECT what FROM a"))
          .containsExactly("flyway_schema_history V2__b.sql", database.spec().user().orElseThrow());
    }
  }

  @Test
  void the_given_order_counts_and_a_repeatable_may_come_twice() throws SQLException {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "CREATE TABLE a (id serial, what text);",
            "V2__b.sql", "INSERT INTO a (what) VALUES ('two');",
            "V3__c.sql", "INSERT INTO a (what) VALUES ('three');",
            "R__r.sql", "INSERT INTO a (what) VALUES ('again');");
    var m = set.migrations();
    try (TestDatabase database = new TestDatabase()) {
      ApplyResult result =
          engine.replay(
              List.of(m.get(0), m.get(3), m.get(2), m.get(3), m.get(1)),
              List.of(),
              Migrations.settings(),
              database.spec(),
              ApplyListener.NONE);

      assertThat(result.failure()).isEmpty();
      assertThat(database.query("SELECT what FROM a ORDER BY id"))
          .containsExactly("again", "three", "again", "two");
    }
  }

  @Test
  void a_failure_names_the_place_and_leaves_nothing_of_its_migration() throws SQLException {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "CREATE TABLE a (id int);",
            "V2__b.sql", "CREATE TABLE b (id int);\nINSERT INTO a\n  VALUES (nonsense);");
    try (TestDatabase database = new TestDatabase()) {
      ApplyResult result =
          engine.replay(
              set.migrations(),
              List.<SourceFile>of(),
              Migrations.settings(),
              database.spec(),
              ApplyListener.NONE);

      Failure failure = result.failure().orElseThrow();
      assertThat(failure.location()).contains(new Location("db/migration/V2__b.sql", 3, 11));
      assertThat(failure.message()).contains("nonsense");
      assertThat(failure.rolledBack()).isTrue();
      assertThat(result.applied()).hasSize(1);
      assertThat(database.query("SELECT to_regclass('b')")).containsExactly("null");
      assertThat(database.query(HISTORY)).hasSize(1);
    }
  }

  @Test
  void a_script_runs_without_a_word_in_the_history() throws SQLException {
    MigrationSet undo =
        engine.readUndo(
            List.of(Migrations.file("U1__a.sql", "DROP TABLE a;")), Migrations.settings());
    assertThat(undo.problems()).isEmpty();
    assertThat(undo.migrations())
        .extracting(m -> m.version().orElseThrow().toString())
        .containsExactly("1");
    try (TestDatabase database = new TestDatabase()) {
      MigrationSet set = Migrations.read("V1__a.sql", "CREATE TABLE a (id int);");
      engine.apply(set, Migrations.settings(), database.spec(), ApplyListener.NONE);

      ApplyResult result =
          engine.execute(undo.migrations().get(0), Migrations.settings(), database.spec());

      assertThat(result.failure()).isEmpty();
      assertThat(database.query("SELECT to_regclass('a')")).containsExactly("null");
      assertThat(database.query(HISTORY)).hasSize(1);
    }
  }

  private void assertSameAsFlyway(MigrationSet set, MigrationSettings settings, String rows)
      throws SQLException {
    try (TestDatabase flyway = new TestDatabase();
        TestDatabase replayed = new TestDatabase()) {
      ApplyResult expected = engine.apply(set, settings, flyway.spec(), ApplyListener.NONE);
      ApplyResult result =
          engine.replay(
              set.migrations(), set.otherFiles(), settings, replayed.spec(), ApplyListener.NONE);

      assertThat(expected.failure()).isEmpty();
      assertThat(result.failure()).isEmpty();
      assertThat(result.applied()).hasSameSizeAs(expected.applied());
      assertThat(snapshot(replayed)).isEqualTo(snapshot(flyway));
      assertThat(replayed.query(HISTORY)).isEqualTo(flyway.query(HISTORY));
      assertThat(replayed.query(rows)).isEqualTo(flyway.query(rows));
    }
  }

  private static SchemaSnapshot snapshot(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return new PostgresDialect()
          .inspector()
          .inspect(connection, new InspectionScope(List.of(), Set.of()));
    }
  }
}
