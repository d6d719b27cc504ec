package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.PostgresReconciler;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.SqlCase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts for changes of things that others depend on lead to what they were written for. Those for
 * one change each are tried by the accuracy suite.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairTest {

  private CatalogDatabase base;
  private SchemaSnapshot expected;

  @BeforeAll
  void createBase() throws SQLException {
    base = CatalogDatabase.with("repair-base.sql");
    expected = base.inspect();
  }

  @AfterAll
  void dropDatabases() throws SQLException {
    base.close();
  }

  static List<SqlCase> mutations() {
    return CatalogDatabase.cases("repairs.sql");
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void everyChangeCanBeTakenBack(SqlCase mutation) throws SQLException {
    try (CatalogDatabase database = base.copy()) {
      database.execute(mutation.statements());
      proves(database, database.inspect(), expected);
    }
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void everyChangeCanBeMade(SqlCase mutation) throws SQLException {
    SchemaSnapshot actual;
    try (CatalogDatabase database = base.copy()) {
      database.execute(mutation.statements());
      actual = database.inspect();
    }
    try (CatalogDatabase database = base.copy()) {
      proves(database, expected, actual);
    }
  }

  private static void proves(CatalogDatabase database, SchemaSnapshot from, SchemaSnapshot to)
      throws SQLException {
    RepairScript script = new PostgresReconciler().script(from, to, SchemaDiffer.compare(from, to));
    assertThat(script.impossible()).isEmpty();
    run(database, script);
    SchemaDiff rest = SchemaDiffer.compare(database.inspect(), to);
    assertThat(rest.changes()).as(text(script)).isEmpty();
  }

  private static void run(CatalogDatabase database, RepairScript script) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (RepairStatement repair : script.statements()) {
        try {
          statement.execute(repair.sql());
        } catch (SQLException e) {
          throw new SQLException(
              e.getMessage() + "\nat: " + repair.sql() + "\nin:\n" + text(script), e);
        }
      }
    }
  }

  private static String text(RepairScript script) {
    return script.statements().stream()
        .map(s -> s.sql() + "; -- " + s.hazards())
        .collect(Collectors.joining("\n"));
  }
}
