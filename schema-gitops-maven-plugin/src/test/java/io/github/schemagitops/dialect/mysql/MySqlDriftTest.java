package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.schema.Fingerprint;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sort of change is found and named, and nothing else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySqlDriftTest {

  static final InspectionScope OWN =
      new InspectionScope(List.of(), Set.of("flyway_schema_history"));

  private final Map<MySqlServer, SchemaSnapshot> expected = new EnumMap<>(MySqlServer.class);

  static Stream<ProductCase> mutations() {
    return cases("mutations.sql");
  }

  static Stream<ProductCase> histories() {
    return cases("unchanged.sql");
  }

  private static Stream<ProductCase> cases(String resource) {
    return Stream.of(MySqlServer.values()).flatMap(s -> ProductCase.in(resource, s));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void every_change_is_reported_and_nothing_else(ProductCase mutation) throws SQLException {
    assertThat(diffAfter(mutation).changes())
        .extracting(change -> change.type() + " " + change.object().title())
        .containsExactlyInAnyOrderElementsOf(mutation.expected());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void what_leaves_the_schema_as_it_was_is_no_change(ProductCase history) throws SQLException {
    assertThat(diffAfter(history).changes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_same_statements_make_equal_snapshots_under_any_database_name(MySqlServer server)
      throws SQLException {
    try (MySqlDatabase one = ProductCase.base(server);
        MySqlDatabase two = ProductCase.base(server)) {
      SchemaSnapshot first = inspect(one);

      assertThat(first.objects()).hasSizeGreaterThan(50);
      assertThat(inspect(two)).isEqualTo(first);
      assertThat(Fingerprint.of(inspect(two))).isEqualTo(Fingerprint.of(first));
    }
  }

  private SchemaDiff diffAfter(ProductCase sql) throws SQLException {
    SchemaSnapshot base = expected(sql.server());
    try (MySqlDatabase database = ProductCase.base(sql.server());
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String each : sql.statements()) {
        statement.execute(each.replace("current_database", database.name()));
      }
      return SchemaDiffer.compare(base, new MySqlInspector().inspect(connection, OWN));
    }
  }

  private SchemaSnapshot expected(MySqlServer server) throws SQLException {
    SchemaSnapshot known = expected.get(server);
    if (known != null) {
      return known;
    }
    try (MySqlDatabase database = ProductCase.base(server)) {
      SchemaSnapshot read = inspect(database);
      expected.put(server, read);
      return read;
    }
  }

  private static SchemaSnapshot inspect(MySqlDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return new MySqlInspector().inspect(connection, OWN);
    }
  }
}
