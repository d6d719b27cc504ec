package io.github.schemagitops.dialect.postgres;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.PostgresReconciler;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.SqlCase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Runs scripts from one schema to another on a real server and looks at what they have led to. The
 * database is used again as long as scripts bring it back to where it was.
 */
final class RepairProof implements AutoCloseable {

  private final InspectionScope scope;
  private final CatalogDatabase base;
  private final SchemaSnapshot expected;
  private CatalogDatabase database;

  /**
   * @param privileges whether owners and privileges count
   * @param statements what makes the schema that is changed and restored
   */
  RepairProof(boolean privileges, List<String> statements) throws SQLException {
    scope =
        new InspectionScope(
            CatalogDatabase.EVERYTHING.schemas(),
            CatalogDatabase.EVERYTHING.toolTables(),
            privileges);
    base = CatalogDatabase.empty();
    base.execute(statements);
    expected = inspect(base);
    database = base.copy();
  }

  /** Changes the schema, takes that back by a script, makes it by another and takes it back. */
  void proves(SqlCase mutation, List<String> notToBeTakenBack, List<String> notToBeMade)
      throws SQLException {
    boolean clean = false;
    try {
      database.execute(mutation.statements());
      SchemaSnapshot changed = inspect(database);
      run(changed, expected, notToBeTakenBack);
      if (!notToBeTakenBack.isEmpty()) {
        renew();
      }
      run(expected, changed, notToBeMade);
      if (notToBeTakenBack.isEmpty() && notToBeMade.isEmpty()) {
        run(changed, expected, List.of());
        clean = true;
      }
    } finally {
      if (!clean) {
        renew();
      }
    }
  }

  private void run(SchemaSnapshot from, SchemaSnapshot to, List<String> impossible)
      throws SQLException {
    RepairScript script = new PostgresReconciler().script(from, to, SchemaDiffer.compare(from, to));
    assertThat(script.impossible()).isEqualTo(impossible);
    run(script);
    List<Change> rest = SchemaDiffer.compare(inspect(database), to).changes();
    assertThat(rest.isEmpty()).as("%s%n%s", rest, text(script)).isEqualTo(impossible.isEmpty());
  }

  private void run(RepairScript script) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (RepairStatement repair : script.statements()) {
        try {
          statement.execute(repair.sql());
        } catch (SQLException e) {
          throw new SQLException(
              "%s%nat: %s%nin:%n%s".formatted(e.getMessage(), repair.sql(), text(script)), e);
        }
      }
    }
  }

  private static String text(RepairScript script) {
    return script.statements().stream()
        .map(s -> s.sql() + "; -- " + s.hazards())
        .collect(joining("\n"));
  }

  private SchemaSnapshot inspect(CatalogDatabase inspected) throws SQLException {
    try (Connection connection = inspected.connect()) {
      return new PostgresInspector().inspect(connection, scope);
    }
  }

  private void renew() throws SQLException {
    database.close();
    database = base.copy();
  }

  @Override
  public void close() throws SQLException {
    database.close();
    base.close();
  }
}
