package io.github.schemagitops.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may read the history, and what is said to those who may not. */
class HistoryAccessTest {

  private static final MigrationSettings SETTINGS = Migrations.settings();
  private static final String TABLE = "\"public\".\"flyway_schema_history\"";

  private final FlywayEngine engine = new FlywayEngine();
  private TestDatabase database;

  @BeforeEach
  void deploy() throws SQLException {
    database = new TestDatabase();
    engine.apply(
        Migrations.read("V1__a.sql", "CREATE TABLE a (id int);"),
        SETTINGS,
        database.spec(),
        ApplyListener.NONE);
    database.administer("CREATE ROLE \"Reader 1\"");
    database.administer(
        "DO $$ BEGIN EXECUTE format('GRANT \"Reader 1\" TO %%I', (SELECT pg_get_userbyid(datdba)"
            + " FROM pg_database WHERE datname = current_database())); END $$");
  }

  @AfterEach
  void end() throws SQLException {
    database.administer("DROP OWNED BY \"Reader 1\"; DROP ROLE \"Reader 1\"");
    database.close();
  }

  @Test
  void selectOnTheTableIsEnough() throws SQLException {
    database.execute("GRANT SELECT ON flyway_schema_history TO \"Reader 1\"");

    assertThat(entriesSeen()).isEqualTo(1);
  }

  @Test
  void selectOnAllColumnsIsEnoughToo() throws SQLException {
    database.execute(
        "GRANT SELECT (installed_rank, version, description, type, script, checksum, installed_by,"
            + " installed_on, execution_time, success) ON flyway_schema_history TO \"Reader 1\"");

    assertThat(entriesSeen()).isEqualTo(1);
  }

  @Test
  void selectOnTheTableIsNamedWhenItIsMissing() {
    assertUnknown(
        "the history table %s could not be read (role \"Reader 1\" lacks SELECT on the table)",
        "GRANT SELECT ON %s TO \"Reader 1\";");
  }

  @Test
  void usageOfTheSchemaIsNamedToo() throws SQLException {
    database.administer("REVOKE ALL ON SCHEMA public FROM PUBLIC");

    assertUnknown(
        "the history table %s could not be read (role \"Reader 1\" lacks USAGE on schema public and"
            + " SELECT on the table)",
        "GRANT USAGE ON SCHEMA public TO \"Reader 1\"; GRANT SELECT ON %s TO \"Reader 1\";");
  }

  @Test
  void rowsThatMayBeHiddenMakeTheAnswerUnknown() throws SQLException {
    database.execute(
        "GRANT SELECT ON flyway_schema_history TO \"Reader 1\"",
        "ALTER TABLE flyway_schema_history ENABLE ROW LEVEL SECURITY");

    assertUnknown(
        "the history table %s has row level security, which may hide rows from role \"Reader 1\"",
        "ALTER TABLE %s DISABLE ROW LEVEL SECURITY;");
  }

  private void assertUnknown(String message, String remedy) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::entriesSeen)
        .withMessage(message.formatted(TABLE))
        .satisfies(
            e -> {
              assertThat(e.outcome()).isEqualTo(new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN));
              assertThat(e.remedy()).isEqualTo(remedy.formatted(TABLE));
            });
  }

  private int entriesSeen() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE \"Reader 1\"");
      return engine.history(connection, SETTINGS).orElseThrow().entries().size();
    }
  }
}
