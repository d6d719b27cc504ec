package io.github.schemagitops.shadow;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;

/**
 * Extensions that only an administrator may make. They are made before the first migration, whose
 * {@code CREATE EXTENSION IF NOT EXISTS} then finds them.
 */
final class PostgresExtensions {

  private PostgresExtensions() {}

  /**
   * Makes them in schema {@code public}, or in the schema that an extension insists on.
   *
   * @param spec the administrator's login to the database, which no migration has seen yet
   */
  static void create(ConnectionSpec spec, List<String> extensions) {
    if (extensions.isEmpty()) {
      return;
    }
    try (Connection connection = Connections.open(spec);
        Statement statement = connection.createStatement()) {
      requireAvailable(statement, extensions);
      statement.execute("SET search_path = public");
      for (String extension : extensions) {
        statement.execute(
            "CREATE EXTENSION IF NOT EXISTS \"%s\" CASCADE"
                .formatted(extension.replace("\"", "\"\"")));
      }
    } catch (SQLException e) {
      throw ShadowOwner.failed(spec, e);
    }
  }

  private static void requireAvailable(Statement statement, List<String> extensions)
      throws SQLException {
    TreeSet<String> missing = new TreeSet<>(extensions);
    try (ResultSet rows =
        statement.executeQuery("SELECT name FROM pg_catalog.pg_available_extensions")) {
      while (rows.next()) {
        missing.remove(rows.getString(1));
      }
    }
    if (!missing.isEmpty()) {
      throw SchemaGitOpsException.badInput(
          "the shadow database's server has no extension %s".formatted(String.join(", ", missing)),
          "correct schema.shadow.extensions, or set schema.shadow.image to an image that has it");
    }
  }
}
