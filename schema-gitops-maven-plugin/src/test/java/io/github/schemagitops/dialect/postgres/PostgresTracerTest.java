package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.dialect.StatementTracer.Observed;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.TestDatabase;
import io.github.schemagitops.trace.TableEffect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tracer where migrations do not behave, and behind Flyway. */
class PostgresTracerTest {

  private static final String REWRITES = "ALTER TABLE t ALTER COLUMN a TYPE bigint";
  private static final String REWRITE = "public.t: ACCESS EXCLUSIVE (blocks everything), rewrite";

  private TestDatabase database;
  private Connection session;
  private StatementTracer tracer;

  @BeforeEach
  void open() throws SQLException {
    database = new TestDatabase();
    database.execute("CREATE TABLE t (a int)", "CREATE TABLE parent (id int PRIMARY KEY)");
    session = database.connectAs("migration");
    session.setAutoCommit(false);
    tracer = new PostgresDialect().tracer(database.spec(), database.spec());
    tracer.migrationStarting();
  }

  @AfterEach
  void close() throws SQLException {
    tracer.close();
    session.close();
    database.close();
  }

  @Test
  void a_migration_that_silences_the_server_is_seen_all_the_same() throws SQLException {
    trace("SET client_min_messages = error");

    assertThat(words(trace("ALTER TABLE t ALTER COLUMN a SET NOT NULL")))
        .containsExactly("public.t: ACCESS EXCLUSIVE (blocks everything), full scan");
  }

  @Test
  void a_session_keeps_the_level_of_messages_that_its_migration_wants() throws SQLException {
    trace("SET client_min_messages = warning");
    trace("ALTER TABLE t ADD COLUMN b int");
    assertThat(level()).isEqualTo("warning");

    trace("DO $$ BEGIN SET client_min_messages = error; END $$");
    assertThat(level()).isEqualTo("error");

    session.commit();
    assertThat(level()).isEqualTo("error");
  }

  @Test
  void a_level_for_the_transaction_ends_with_it() throws SQLException {
    trace("SET LOCAL client_min_messages = error");
    trace("ALTER TABLE t ADD COLUMN b int");
    assertThat(level()).isEqualTo("error");

    session.commit();
    assertThat(level()).isEqualTo("notice");
  }

  @Test
  void the_isolation_of_the_transaction_can_still_be_chosen() throws SQLException {
    assertThat(trace("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE").unseen()).isEmpty();
    assertThat(words(trace(REWRITES))).containsExactly(REWRITE);
  }

  @Test
  void functions_and_operators_that_stand_in_for_the_servers_own_change_nothing()
      throws SQLException {
    database.execute(
        "CREATE SCHEMA evil",
        "CREATE FUNCTION evil.pg_backend_pid() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION evil.pg_relation_filenode(oid) RETURNS oid LANGUAGE sql AS 'SELECT 1::oid'",
        "CREATE FUNCTION evil.no(name, name) RETURNS bool LANGUAGE sql AS 'SELECT false'",
        "CREATE OPERATOR evil.= (LEFTARG = name, RIGHTARG = name, FUNCTION = evil.no)",
        "CREATE VIEW evil.pg_locks AS SELECT 1 AS pid",
        "CREATE VIEW evil.pg_constraint AS SELECT 1 AS conrelid");
    trace("SET search_path = evil, pg_catalog, public");

    assertThat(words(trace("ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES parent")))
        .containsExactly(
            "public.parent: SHARE ROW EXCLUSIVE (blocks writes)",
            "public.t: SHARE ROW EXCLUSIVE (blocks writes), full scan");
  }

  @Test
  void a_migration_that_ends_other_sessions_is_followed_by_new_ones() throws SQLException {
    trace(
        "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE"
            + " application_name = 'schema-gitops-trace' AND datname = current_database()");

    assertThat(words(trace(REWRITES))).containsExactly(REWRITE);
  }

  @Test
  void without_a_way_to_look_it_says_so_and_does_not_fail() throws SQLException {
    database.administer("ALTER DATABASE %s CONNECTION LIMIT 0");
    database.administer(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'schema-gitops-trace' AND datname = '%s'");

    Observed seen = trace(REWRITES);

    assertThat(seen.effects()).isEmpty();
    assertThat(seen.unseen())
        .singleElement()
        .asString()
        .startsWith("not traced: the observing session was lost");
  }

  @Test
  void a_statement_that_failed_leaves_nothing_behind_for_the_next() throws SQLException {
    session.setAutoCommit(true);
    tracer.statementStarting(session, "CREATE INDEX CONCURRENTLY ON t (nothing)");

    assertThat(words(trace("CREATE INDEX CONCURRENTLY ON t (a)")))
        .containsExactly(
            "public.t: SHARE UPDATE EXCLUSIVE (blocks only schema changes), index build");
  }

  @Test
  void a_session_that_will_not_wait_is_not_made_to() throws SQLException {
    session.setAutoCommit(true);
    trace("SET lock_timeout = '50ms'");

    assertThat(trace("CREATE INDEX CONCURRENTLY ON t (a)").unseen())
        .containsExactly(
            "it runs outside of a transaction and gives up waiting after 50 ms, so it was not stopped to read its locks");
  }

  @Test
  void code_outside_of_a_transaction_may_have_locked_more() throws SQLException {
    session.setAutoCommit(true);

    Observed seen = trace("DO $$ BEGIN EXECUTE 'ALTER TABLE t ALTER COLUMN a TYPE bigint'; END $$");

    assertThat(words(seen)).containsExactly(REWRITE);
    assertThat(seen.unseen())
        .containsExactly(
            "it runs outside of a transaction and does not name the tables it locks, so short locks may be missing");
  }

  @Test
  void a_table_that_somebody_else_holds_is_named() throws SQLException {
    session.setAutoCommit(true);
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE t IN SHARE MODE");
      tracer.statementStarting(session, "COMMENT ON TABLE t IS 'x'");
      other.rollback();
    }
    execute("COMMENT ON TABLE t IS 'x'");

    assertThat(tracer.statementFinished(session, List.of()).unseen())
        .containsExactly("some of its locks may be missing: public.t could not be held");
  }

  @Test
  void a_flood_of_messages_is_read_up_to_a_limit() throws SQLException {
    tracer.statementStarting(session, "DO $$ BEGIN END $$");

    assertThat(
            tracer
                .statementFinished(
                    session, Collections.nCopies(PostgresTracer.MOST_MESSAGES + 1, "hello"))
                .unseen())
        .containsExactly("it wrote 10001 messages, of which 10000 were read");
  }

  @Test
  void rows_are_written_without_further_messages() throws SQLException {
    trace(
        "CREATE FUNCTION loud() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN RAISE DEBUG ''%'', NEW.a; RETURN NEW; END'");
    trace("CREATE TRIGGER loud BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION loud()");
    tracer.statementStarting(session, "INSERT INTO t SELECT generate_series(1, 9)");

    assertThat(execute("INSERT INTO t SELECT generate_series(1, 9)")).isEmpty();
  }

  @Test
  void nothing_is_left_on_the_server_when_it_is_closed() throws SQLException {
    session.setAutoCommit(true);
    tracer.statementStarting(session, "VACUUM t");
    tracer.close();

    session.close();
    assertThat(
            database.query(
                "SELECT count(*) FROM pg_locks WHERE relation = 't'::regclass"
                    + " AND mode <> 'AccessShareLock'"))
        .containsExactly("0");
  }

  @Test
  void flyway_tells_it_of_every_statement() throws SQLException {
    database.execute("DROP TABLE t, parent");
    Map<String, List<String>> seen = new TreeMap<>();
    ApplyResult result =
        new FlywayEngine()
            .apply(
                Migrations.read(
                    "V0__old.sql",
                    "CREATE TABLE t (a int);",
                    "V1__new.sql",
                    "CREATE TABLE n (a int);\nALTER TABLE n ADD COLUMN b int DEFAULT 1;",
                    "V2__change.sql",
                    "-- why\nALTER TABLE t ALTER COLUMN a TYPE bigint;\nCREATE INDEX ON n (a);",
                    "V3__online.sql",
                    "CREATE INDEX CONCURRENTLY t_a ON t (a);"),
                Migrations.settings(),
                database.spec().with(tracer.sessionProperties()),
                tracing(seen));

    assertThat(result.failure()).isEmpty();
    assertThat(seen)
        .containsExactly(
            Map.entry("V0__old.sql 1", List.of()),
            Map.entry("V1__new.sql 1", List.of()),
            Map.entry("V1__new.sql 2", List.of()),
            Map.entry("V2__change.sql 1", List.of(REWRITE)),
            Map.entry("V2__change.sql 2", List.of("public.n: SHARE (blocks writes), index build")),
            Map.entry(
                "V3__online.sql 1",
                List.of(
                    "public.t: SHARE UPDATE EXCLUSIVE (blocks only schema changes), index build")));
  }

  private ApplyListener tracing(Map<String, List<String>> seen) {
    return new ApplyListener() {

      @Override
      public void starting(Migration migration) {
        unchecked(tracer::migrationStarting);
      }

      @Override
      public void statementStarting(Migration m, int number, String sql, Connection connection) {
        unchecked(() -> tracer.statementStarting(connection, sql));
      }

      @Override
      public void statementFinished(
          Migration m, int number, Connection connection, List<String> messages, Duration time) {
        unchecked(
            () ->
                seen.put(
                    m.script() + " " + number,
                    words(tracer.statementFinished(connection, messages))));
      }
    };
  }

  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }

  private static void unchecked(Step step) {
    try {
      step.run();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Observed trace(String sql) throws SQLException {
    tracer.statementStarting(session, sql);
    return tracer.statementFinished(session, execute(sql));
  }

  /** Messages of the server. */
  private List<String> execute(String sql) throws SQLException {
    List<String> messages = new ArrayList<>();
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        messages.add(w.getMessage());
      }
    }
    return messages;
  }

  private String level() throws SQLException {
    try (Statement statement = session.createStatement();
        var row = statement.executeQuery("SHOW client_min_messages")) {
      row.next();
      return row.getString(1);
    }
  }

  private static List<String> words(Observed seen) {
    return seen.effects().stream().map(TableEffect::words).toList();
  }
}
