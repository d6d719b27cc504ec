package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sort of change is found and named, and nothing else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftTest {

  private CatalogDatabase base;
  private CatalogDatabase veteran;
  private SchemaSnapshot expected;

  @BeforeAll
  void createBase() throws SQLException {
    base = CatalogDatabase.with("base.sql");
    veteran = base.copy();
    expected = base.inspect();
  }

  @AfterAll
  void dropDatabases() throws SQLException {
    veteran.close();
    base.close();
  }

  static Stream<SqlCase> mutations() {
    return SqlCase.in("mutations.sql");
  }

  static Stream<SqlCase> histories() {
    return SqlCase.in("unchanged.sql");
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void everyChangeIsReportedAndNothingElse(SqlCase mutation) throws SQLException {
    try (CatalogDatabase database = base.copy()) {
      assertThat(titles(diffAfter(mutation, database)))
          .containsExactlyInAnyOrderElementsOf(mutation.expected());
    }
  }

  /** One after the other on one database, which grows old that way. */
  @ParameterizedTest
  @MethodSource("histories")
  void whatLeavesTheSchemaAsItWasIsNoChange(SqlCase history) throws SQLException {
    assertThat(diffAfter(history, veteran).changes()).isEmpty();
  }

  private SchemaDiff diffAfter(SqlCase sql, CatalogDatabase database) throws SQLException {
    database.execute(sql.statements());
    return SchemaDiffer.compare(expected, database.inspect());
  }

  private static List<String> titles(SchemaDiff diff) {
    return diff.changes().stream().map(DriftTest::title).toList();
  }

  private static String title(Change change) {
    return change.type() + " " + change.object().title();
  }
}
