package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.drift.RepairRun;
import io.github.schemagitops.drift.RepairRun.Result;
import io.github.schemagitops.drift.RepairRun.Watch;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What scripts do in a session that is set up in another way than most. */
class MySqlRepairRunTest {

  private static final InspectionScope ALL = new InspectionScope(List.of(), Set.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MYSQL   | a int not null      | null",
        "MARIADB | a int not null      | null",
        "MYSQL   | a tinyint           | 1000",
        "MARIADB | a tinyint           | 1000",
        "MYSQL   | a int, primary key (a) | null",
        "MARIADB | a int, primary key (a) | null",
      })
  void a_value_that_does_not_fit_stops_a_script_whatever_the_sql_mode(
      MySqlServer server, String wanted, String value) throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        MySqlDatabase goal = server.newDatabase()) {
      database.execute(
          "create table t (a int) engine = myisam", "insert into t values (%s)".formatted(value));
      goal.execute("create table t (%s) engine = myisam".formatted(wanted));
      List<RepairStatement> script = script(database, goal);
      try (Connection session = database.connect();
          Statement statement = session.createStatement()) {
        statement.execute("set session sql_mode = ''");

        Result refused = run(database, session, script);

        assertThat(refused.failure()).isPresent();
        assertThat(database.query("select a from t")).containsExactly(value);
      }
      try (Connection session = database.connect();
          Statement statement = session.createStatement()) {
        statement.execute("set session sql_mode = ''");
        statement.execute("delete from t");

        assertThat(run(database, session, script).failure()).isEmpty();
        assertThat(mode(statement)).isEmpty();
      }
    }
  }

  /** As when the proof of the first one failed. */
  @ParameterizedTest
  @EnumSource
  void programs_are_made_under_their_mode_when_others_are_left_out(MySqlServer server)
      throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        MySqlDatabase goal = server.newDatabase()) {
      String table = "create table t (a int)";
      database.execute(table);
      goal.execute(
          table,
          "set sql_mode = 'ANSI_QUOTES'",
          "create trigger one before insert on t for each row set @one = 1",
          "create trigger two before insert on t for each row set @two = 2",
          "create event every_day on schedule every 1 day starts '2030-01-01 00:00:00' do set @a = 1");
      List<RepairStatement> script =
          script(database, goal).stream().filter(s -> !s.object().equals("trigger t.one")).toList();
      try (Connection session = database.connect();
          Statement statement = session.createStatement()) {
        String before = mode(statement);

        List<RepairStatement> alone =
            script.stream().map(MySqlRepairRunTest::withoutFollows).toList();

        assertThat(run(database, session, alone).failure()).isEmpty();
        assertThat(mode(statement)).isEqualTo(before);
        assertThat(
                database.query(
                    "select sql_mode from information_schema.triggers"
                        + " where trigger_schema = database() union all"
                        + " select sql_mode from information_schema.events"
                        + " where event_schema = database()"))
            .hasSize(2)
            .allMatch(mode -> mode.replaceFirst(",?IGNORE_SPACE,?", "").equals("ANSI_QUOTES"));
      }
    }
  }

  private static RepairStatement withoutFollows(RepairStatement statement) {
    return new RepairStatement(
        statement.sql().replace(" FOLLOWS one", ""),
        statement.object(),
        statement.hazards(),
        statement.transactional());
  }

  private static List<RepairStatement> script(MySqlDatabase from, MySqlDatabase to)
      throws SQLException {
    SchemaSnapshot before = inspect(from);
    SchemaSnapshot after = inspect(to);
    return new MySqlReconciler()
        .script(before, after, SchemaDiffer.compare(before, after))
        .statements();
  }

  private static SchemaSnapshot inspect(MySqlDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return new MySqlInspector().inspect(connection, ALL);
    }
  }

  private static Result run(
      MySqlDatabase database, Connection session, List<RepairStatement> script) {
    return new RepairRun(session, new MySqlDialect(), Redactor.of(database.spec()), Watch.NONE)
        .run(script);
  }

  private static String mode(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select @@session.sql_mode")) {
      row.next();
      return row.getString(1);
    }
  }
}
