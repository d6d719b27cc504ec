package io.github.schemagitops.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Flyway on real MySQL and MariaDB servers, reached with one driver. */
class FlywayOnMySqlTest {

  private final FlywayEngine engine = new FlywayEngine();

  @ParameterizedTest
  @EnumSource
  void migrations_run_in_order_and_only_once(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      MigrationSet set =
          Migrations.read(
              server.product(),
              "V1__a.sql",
              "CREATE TABLE a (id int);",
              "V2__b.sql",
              "INSERT INTO a VALUES (1), (2);",
              "R__v.sql",
              "CREATE OR REPLACE VIEW v AS SELECT id FROM a;");

      ApplyResult first = apply(database, set, ApplyListener.NONE);
      ApplyResult second = apply(database, set, ApplyListener.NONE);

      assertThat(first.failure()).isEmpty();
      assertThat(first.applied())
          .extracting(a -> a.migration().script())
          .containsExactly("V1__a.sql", "V2__b.sql", "R__v.sql");
      assertThat(second.applied()).isEmpty();
      assertThat(database.query("SELECT count(*) FROM v")).containsExactly("2");
      assertThat(history(database).inForce())
          .extracting(History.Entry::script)
          .containsExactly("V1__a.sql", "V2__b.sql", "R__v.sql");
      assertThat(history(database).pending(set)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_is_split_as_flyway_runs_it(MySqlServer server) throws SQLException {
    String text =
        """
        # a comment; with 'one quote
        CREATE TABLE `semi;colon` (id int, note varchar(40) DEFAULT 'it\\'s; fine');
        -- ends here;
        DELIMITER //
        CREATE PROCEDURE fill()
        BEGIN
          DECLARE i int DEFAULT 0;
          WHILE i < 3 DO
            INSERT INTO `semi;colon` (id) VALUES (i);
            SET i = i + 1;
          END WHILE;
        END//
        DELIMITER ;
        /*!40101 SET @before = @@sql_mode */;
        CALL fill();
        CREATE TRIGGER stamp BEFORE INSERT ON `semi;colon` FOR EACH ROW
        BEGIN
          IF new.note IS NULL THEN
            SET new.note = "none;";
          END IF;
        END;
        """;
    try (MySqlDatabase database = server.newDatabase()) {
      MigrationSet set = Migrations.read(server.product(), "V1__a.sql", text);
      List<String> run = new ArrayList<>();

      ApplyResult result =
          apply(
              database,
              set,
              new ApplyListener() {
                @Override
                public void statementStarting(
                    Migration migration, int number, String sql, Connection session) {
                  run.add(number + "@" + migration.statements().get(number - 1).line());
                  assertThat(sql).contains(migration.statements().get(number - 1).sql());
                }
              });

      assertThat(set.problems()).isEmpty();
      assertThat(result.failure()).isEmpty();
      assertThat(run).containsExactly("1@2", "2@5", "3@14", "4@15", "5@16");
      assertThat(database.query("SELECT count(*), min(note) FROM `semi;colon`"))
          .containsExactly("3|it's; fine");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_failure_is_located_at_its_statement(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      Failure failure = failureOf(database, "INSERT INTO nowhere VALUES (1);\n");

      assertThat(failure.location()).contains(new Location("db/migration/V2__b.sql", 1, 1));
      assertThat(failure.statementNumber()).isEqualTo(1);
      assertThat(failure.sqlState()).isEqualTo("42S02");
      assertThat(failure.errorCode()).isEqualTo(1146);
      assertThat(failure.message())
          .isEqualTo("Table '%s.nowhere' doesn't exist".formatted(database.name()));
      assertThat(history(database).failed()).extracting(History.Entry::script).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO a VALUES (5); SELECT nonsense;                       | true  | 0",
        "UPDATE a SET id = 2; /* rows */ DELETE FROM a; SELECT nonsense;  | true  | 1",
        "SET @x = 1; SET NAMES utf8mb4; SELECT nonsense;                  | true  | 1",
        "CREATE TABLE b (id int); SELECT nonsense;                        | false | 1",
        "INSERT INTO a VALUES (5); CREATE TABLE b (id int, id int);       | false | 2",
        "INSERT INTO a VALUES (5); /*!50000 CREATE TABLE b (id int) */; SELECT nonsense; | false | 2",
        "INSERT INTO a VALUES (5); COMMIT; SELECT nonsense;               | false | 2",
        "SET autocommit = 1; SELECT nonsense;                             | false | 1",
      })
  void only_what_no_statement_committed_is_called_rolled_back(
      String script, boolean rolledBack, int rows) throws SQLException {
    for (MySqlServer server : MySqlServer.values()) {
      try (MySqlDatabase database = server.newDatabase()) {
        Failure failure = failureOf(database, script);

        assertThat(failure.rolledBack()).as(server + ": " + script).isEqualTo(rolledBack);
        assertThat(rolledBack || rows > 0).isTrue();
        if (rows > 0) {
          assertThat(database.query("SELECT count(*) FROM a")).containsExactly("" + rows);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void waiting_too_long_for_a_lock_is_recognised(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      apply(
          database,
          Migrations.read(server.product(), "V1__a.sql", "CREATE TABLE busy (id int);"),
          ApplyListener.NONE);
      try (Connection other = database.connect();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT * FROM busy");
        var dialect = Dialects.of(database.spec().url());
        Map<String, String> properties =
            dialect.migrationProperties("schema-deploy/test", Duration.ofMillis(300));
        MigrationSet set =
            Migrations.read(server.product(), "V2__b.sql", "ALTER TABLE busy ADD note text;");

        Failure failure =
            engine
                .apply(
                    set,
                    Migrations.settings(server.product()),
                    database.spec().with(properties),
                    ApplyListener.NONE)
                .failure()
                .orElseThrow();

        assertThat(dialect.isLockTimeout(failure.sqlState(), failure.errorCode())).isTrue();
        assertThat(dialect.isLockTimeout("42S02", 1146)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_database_without_history_table_has_no_history(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        Connection connection = database.connect()) {
      assertThat(engine.history(connection, settings(server))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_history_table_that_may_not_be_read_is_not_taken_for_none(MySqlServer server)
      throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      apply(
          database,
          Migrations.read(server.product(), "V1__a.sql", "SELECT 1;"),
          ApplyListener.NONE);
      String user = "u" + database.name();
      server.execute(
          "CREATE USER %s IDENTIFIED BY 'pw'".formatted(user),
          "CREATE TABLE %s.other (id int)".formatted(database.name()),
          "GRANT SELECT ON %s.other TO %s".formatted(database.name(), user));
      try (Connection connection = Connections.open(server.login(database.name(), user, "pw"))) {
        String table = "`%s`.`flyway_schema_history`".formatted(database.name());
        assertThatExceptionOfType(SchemaGitOpsException.class)
            .isThrownBy(() -> engine.history(connection, settings(server)))
            .withMessage(
                "the history table %s could not be read (login '%s'@'%%' lacks SELECT on the table)"
                    .formatted(table, user))
            .satisfies(
                e -> {
                  assertThat(e.outcome().verdict()).isEqualTo(Verdict.UNKNOWN);
                  assertThat(e.remedy())
                      .isEqualTo("GRANT SELECT ON %s TO '%s'@'%%';".formatted(table, user));
                });
      } finally {
        server.execute("DROP USER " + user);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void without_a_database_in_the_url_nobody_guesses_one(MySqlServer server) throws SQLException {
    try (Connection connection = Connections.open(server.administrator(""))) {
      assertThatExceptionOfType(SchemaGitOpsException.class)
          .isThrownBy(() -> engine.history(connection, settings(server)))
          .withMessage("nothing says which database the migrations belong to");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_time_of_a_row_does_not_depend_on_time_zones(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      apply(
          database,
          Migrations.read(server.product(), "V1__a.sql", "SELECT 1;"),
          ApplyListener.NONE);
      database.execute(
          "SET time_zone = '+00:00'",
          "UPDATE flyway_schema_history SET installed_on = '2026-03-04 05:06:07'");
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("SET time_zone = '+09:00'");

        assertThat(engine.history(connection, settings(server)).orElseThrow().entries())
            .extracting(History.Entry::installedOn)
            .containsExactly(Instant.parse("2026-03-04T05:06:07Z"));
      }
    }
  }

  private Failure failureOf(MySqlDatabase database, String script) {
    MigrationSet set =
        Migrations.read(
            database.server().product(),
            "V1__a.sql",
            "CREATE TABLE a (id int); INSERT INTO a VALUES (1);",
            "V2__b.sql",
            script);
    return apply(database, set, ApplyListener.NONE).failure().orElseThrow();
  }

  private History history(MySqlDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return engine.history(connection, settings(database.server())).orElseThrow();
    }
  }

  private ApplyResult apply(MySqlDatabase database, MigrationSet set, ApplyListener listener) {
    return engine.apply(set, settings(database.server()), database.spec(), listener);
  }

  private static MigrationSettings settings(MySqlServer server) {
    return Migrations.settings(server.product());
  }
}
