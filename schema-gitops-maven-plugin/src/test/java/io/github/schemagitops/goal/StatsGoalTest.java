package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.StatsConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.lint.TableSizes;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import io.github.schemagitops.testing.ReportGoldens;
import io.github.schemagitops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sizes of a real database's tables, written into a real project. */
class StatsGoalTest {

  private static final Outcome PASSED = new Outcome(Verdict.PASSED, ExitCode.OK);
  private static final Outcome UNKNOWN = new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN);
  private static final String TABLE = "create table %s (c int) with (autovacuum_enabled = false)";
  private static final String ROWS = "insert into %s select g from generate_series(1, %d) g";

  @TempDir Path directory;
  private GitProject project;
  private Clock clock = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

  @BeforeEach
  void start() {
    project = GitProject.in(directory);
    project
        .migration("V1__orders.sql", "CREATE TABLE orders (c int);\nCREATE TABLE item (c int);\n")
        .migration(
            "V2__billing.sql", "CREATE SCHEMA billing;\nCREATE TABLE billing.bill (c int);\n")
        .commit("Orders");
  }

  @Test
  void sizes_of_the_migrations_own_schemas_are_written() throws Exception {
    try (TestDatabase database = deployed()) {
      Report report = run(database);

      assertThat(report.outcome()).isEqualTo(PASSED);
      assertThat(report.headline())
          .isEqualTo(
              "schema-stats.json written: 3 tables, the largest public.orders with about 12,000"
                  + " rows");
      ReportGoldens.check("stats-passes", report, project.directory());
      ReportGoldens.validate("schema-stats.json", Files.readString(file()));
      TableSizes sizes = StatisticsFile.read(file(), directory, "public");
      assertThat(sizes.rows()).hasSize(3);
      assertThat(sizes.of(QualifiedName.of("orders"), "public")).hasValue(12_000);
      assertThat(sizes.of(QualifiedName.of("billing", "bill"), "public")).hasValue(1);
    }
  }

  @Test
  void a_file_is_left_alone_while_it_says_the_same() throws Exception {
    try (TestDatabase database = deployed()) {
      run(database);
      String before = Files.readString(file());

      later(20);
      assertThat(run(database).headline()).startsWith("schema-stats.json is up to date: 3 tables");
      assertThat(Files.readString(file())).isEqualTo(before);

      later(11);
      assertThat(run(database).headline()).startsWith("schema-stats.json written");
      assertThat(Files.readString(file())).contains("\"readAt\" : \"2026-12-26\"");
    }
  }

  @Test
  void a_damaged_file_is_written_anew() throws Exception {
    try (TestDatabase database = deployed()) {
      Files.writeString(file(), "<<<<<<< HEAD");

      assertThat(run(database).outcome()).isEqualTo(PASSED);
      assertThat(StatisticsFile.read(file(), directory, "public").rows()).hasSize(3);
    }
  }

  @Test
  void a_table_without_an_estimate_is_said_and_stays_unknown() throws Exception {
    try (TestDatabase database = deployed()) {
      database.execute(ROWS.formatted("item", 20_000));

      Report report = run(database);

      assertThat(report.outcome()).isEqualTo(UNKNOWN);
      ReportGoldens.check("stats-unknown", report, project.directory());
      assertThat(Files.readString(file())).contains("\"rows\" : null");
      assertThat(StatisticsFile.read(file(), directory, "public").rows()).hasSize(2);
    }
  }

  @Test
  void a_database_without_tables_is_probably_the_wrong_one() throws Exception {
    try (TestDatabase database = new TestDatabase()) {
      Report report = run(database);

      assertThat(report.outcome()).isEqualTo(UNKNOWN);
      assertThat(report.headline())
          .isEqualTo(
              "schema-stats.json was not written: there is no table in schemas billing, public");
      assertThat(file()).doesNotExist();
    }
  }

  @Test
  void a_locked_table_ends_it_without_an_answer() throws Exception {
    try (TestDatabase database = deployed();
        Connection migration = database.connect();
        Statement statement = migration.createStatement()) {
      migration.setAutoCommit(false);
      statement.execute("lock table orders");

      assertThatExceptionOfType(SchemaGitOpsException.class)
          .isThrownBy(() -> run(database))
          .withMessage(
              "a table of environment 'production' is locked, so its size could not be read")
          .matches(e -> e.outcome().equals(UNKNOWN));
      migration.rollback();
    }
  }

  @Test
  void a_file_among_the_migrations_is_refused() {
    try (TestDatabase database = new TestDatabase()) {
      Path file = project.file("schema-stats.json");

      assertThatExceptionOfType(SchemaGitOpsException.class)
          .isThrownBy(() -> run(project.settings(), database.environment("production"), file))
          .withMessage(
              "schema.stats.file is src/main/resources/db/migration/schema-stats.json, in the"
                  + " migration location src/main/resources/db/migration")
          .matches(e -> e.remedy().equals("put it elsewhere, for instance schema-stats.json"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void on_mysql_and_mariadb_the_database_has_no_name(MySqlServer server)
      throws SQLException, IOException {
    project.delete("V2__billing.sql");
    try (MySqlDatabase database = server.newDatabase()) {
      database.execute("create table orders (c int)", "create table flyway_schema_history (c int)");
      ConnectionSpec login = database.spec();
      MigrationSettings settings =
          Migrations.settings(server.product(), project.settings().locations().get(0));

      Report report =
          run(
              settings,
              new Environment("production", login.url(), login.user(), login.password()),
              file());

      assertThat(report.outcome()).as(report.answer()).isEqualTo(PASSED);
      assertThat(report.headline()).isEqualTo("schema-stats.json written: 1 table");
      ReportGoldens.validate("schema-stats.json", Files.readString(file()));
      assertThat(
              StatisticsFile.read(file(), directory, "shop").of(QualifiedName.of("orders"), "shop"))
          .hasValue(0);
    }
  }

  private TestDatabase deployed() throws SQLException {
    TestDatabase database = new TestDatabase();
    database.execute(
        TABLE.formatted("flyway_schema_history"),
        TABLE.formatted("schema_gitops_run"),
        TABLE.formatted("orders"),
        TABLE.formatted("item"),
        "create schema billing",
        TABLE.formatted("billing.bill"),
        "create schema other",
        TABLE.formatted("other.foreign_to_us"),
        ROWS.formatted("orders", 12_345),
        ROWS.formatted("billing.bill", 1),
        "analyze orders",
        "analyze billing.bill");
    return database;
  }

  private void later(int days) {
    clock = Clock.offset(clock, Duration.ofDays(days));
  }

  private Path file() {
    return directory.resolve(StatisticsFile.NAME);
  }

  private Report run(TestDatabase database) {
    return run(project.settings(), database.environment("production"), file());
  }

  private Report run(MigrationSettings settings, Environment environment, Path file) {
    return new StatsGoal(new FlywayEngine(), clock)
        .run(new StatsConfig(project.config(settings), environment, file));
  }
}
