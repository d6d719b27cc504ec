package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.Change;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change can be undone and made by a script, or is listed here with the reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySqlReconcilerTest {

  /** Titles of mutations and what their scripts say instead of making or undoing them. */
  private static final Map<String, String> IMPOSSIBLE =
      Map.of(
          "a column gets a default",
          "column small.no_default: a default that is not even null can only be made with a new column");

  private final Map<MySqlServer, SchemaSnapshot> bases = new EnumMap<>(MySqlServer.class);

  static Stream<ProductCase> mutations() {
    return MySqlDriftTest.mutations();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void what_was_changed_by_hand_is_undone_and_made_by_scripts(ProductCase mutation)
      throws SQLException {
    SchemaSnapshot base = base(mutation.server());
    try (MySqlDatabase database = ProductCase.base(mutation.server());
        Connection connection = database.connect()) {
      mutation.runOn(database);
      SchemaSnapshot mutated = inspect(connection);

      RepairScript revert = script(mutated, base);
      RepairScript adopt = script(base, mutated);

      String reason = IMPOSSIBLE.get(mutation.title().replaceFirst("^(mysql|mariadb): ", ""));
      if (reason != null) {
        assertThat(revert.impossible()).containsExactly(reason);
        return;
      }
      assertThat(revert.impossible()).isEmpty();
      assertThat(adopt.impossible()).isEmpty();
      assertThat(afterScript(revert, connection, base)).as(() -> "undone by " + revert).isEmpty();
      assertThat(afterScript(adopt, connection, mutated)).as(() -> "made by " + adopt).isEmpty();
    }
  }

  private static List<Change> afterScript(
      RepairScript script, Connection connection, SchemaSnapshot wanted) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (RepairStatement each : script.statements()) {
        try {
          statement.execute(each.sql());
        } catch (SQLException e) {
          throw new SQLException(e.getMessage() + " in: " + each.sql() + "\nof " + script, e);
        }
      }
    }
    return SchemaDiffer.compare(wanted, inspect(connection)).changes();
  }

  private static RepairScript script(SchemaSnapshot from, SchemaSnapshot to) {
    return new MySqlReconciler().script(from, to, SchemaDiffer.compare(from, to));
  }

  private SchemaSnapshot base(MySqlServer server) throws SQLException {
    SchemaSnapshot known = bases.get(server);
    if (known != null) {
      return known;
    }
    try (MySqlDatabase database = ProductCase.base(server);
        Connection connection = database.connect()) {
      SchemaSnapshot read = inspect(connection);
      bases.put(server, read);
      return read;
    }
  }

  private static SchemaSnapshot inspect(Connection connection) throws SQLException {
    return new MySqlInspector().inspect(connection, MySqlDriftTest.OWN);
  }
}
