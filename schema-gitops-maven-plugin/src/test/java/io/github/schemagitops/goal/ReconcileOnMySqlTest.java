package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ReconcileConfig.Action;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.ScratchServer;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where every statement commits by itself. */
class ReconcileOnMySqlTest {

  private static final Outcome PASSED = new Outcome(Verdict.PASSED, ExitCode.OK);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void drift_is_taken_back_and_the_next_check_is_clean(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      ReconcileRuns runs = deployed(server, database);
      drift(database);

      Report report = runs.run(Action.APPLY);

      assertThat(report.outcome()).as(report.answer() + report.findings()).isEqualTo(PASSED);
      assertThat(report.reconciliation().orElseThrow().proven()).isTrue();
      assertThat(runs.driftCheck().outcome()).isEqualTo(PASSED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void drift_is_taken_into_git_and_recorded(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        MySqlDatabase other = server.newDatabase()) {
      ReconcileRuns runs = deployed(server, database);
      drift(database);

      Report adopted = runs.run(Action.ADOPT);
      Report recorded = runs.recording("2").run(Action.RECORD);

      assertThat(adopted.outcome().verdict())
          .as(adopted.answer() + adopted.findings())
          .isEqualTo(Verdict.WARNED);
      assertThat(recorded.outcome()).as(recorded.answer()).isEqualTo(PASSED);
      assertThat(runs.driftCheck().outcome()).isEqualTo(PASSED);

      runs(server, GitProject.without(directory), other).deploy();
      assertThat(columns(other)).isEqualTo(columns(database));
    }
  }

  /** Rows keep the second statement from running; the first is there to stay. */
  @ParameterizedTest
  @EnumSource
  void a_failure_in_the_middle_says_what_is_left_and_the_next_run_goes_on(MySqlServer server)
      throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      ReconcileRuns runs = deployed(server, database).allowing("validate-rows", "narrow-type");
      database.execute(
          "drop index orders_email on orders",
          "alter table orders modify id int not null, drop primary key",
          "insert into orders values (1, 'a'), (1, 'b')");

      Report report = runs.run(Action.APPLY);

      assertThat(report.outcome().exitCode())
          .as(report.answer() + report.findings())
          .isIn(ExitCode.PARTIAL, ExitCode.MIGRATION_FAILED);
      assertThat(report.reconciliation().orElseThrow().remains())
          .contains("constraint orders.PRIMARY");

      database.execute("delete from orders");
      Report again = runs.run(Action.APPLY);

      assertThat(again.outcome()).as(again.answer()).isEqualTo(PASSED);
    }
  }

  private static void drift(MySqlDatabase database) throws SQLException {
    database.execute(
        "drop index orders_email on orders",
        "create index by_hand on orders (id, email)",
        "create trigger lower_email before insert on orders for each row"
            + " begin set new.email = lower(new.email); end",
        "alter table orders alter email set default 'none'");
  }

  private static List<String> columns(MySqlDatabase database) throws SQLException {
    return database.query(
        "select column_name, column_type, column_default from information_schema.columns"
            + " where table_schema = database() and table_name = 'orders' order by 1");
  }

  private ReconcileRuns deployed(MySqlServer server, MySqlDatabase database) throws SQLException {
    GitProject project =
        GitProject.in(directory)
            .migration(
                "V1__orders.sql",
                "CREATE TABLE orders (id int PRIMARY KEY, email varchar(50));\n"
                    + "CREATE INDEX orders_email ON orders (email);\n")
            .commit("Orders")
            .publish();
    ReconcileRuns runs = runs(server, project, database);
    runs.deploy();
    return runs;
  }

  private static ReconcileRuns runs(MySqlServer server, GitProject project, MySqlDatabase database)
      throws SQLException {
    MigrationSettings settings =
        Migrations.settings(server.product(), project.settings().locations().get(0));
    server.execute(
        "create user if not exists reconciler identified by 'scratch-password'",
        "grant all on `schema\\_gitops\\_%`.* to reconciler");
    ConnectionSpec login = server.login("", "reconciler", "scratch-password");
    ShadowConfig plain =
        Databases.config(
            ShadowConfig.Provider.SERVER, server.product(), server.product().defaultVersion());
    ScratchServer scratch =
        new ScratchServer(
            new Environment("shadow", login.url(), login.user(), login.password()), List.of());
    return new ReconcileRuns(
        project,
        settings,
        database.spec(),
        new ShadowConfig(
            plain.provider(),
            plain.database(),
            plain.version(),
            plain.image(),
            Optional.of(scratch),
            plain.extensions(),
            plain.limits(),
            Optional.empty(),
            plain.artifacts()));
  }
}
