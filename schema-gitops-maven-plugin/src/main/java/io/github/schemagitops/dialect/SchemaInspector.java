package io.github.schemagitops.dialect;

import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the schema of a live database. */
@FunctionalInterface
public interface SchemaInspector {

  /**
   * One consistent, read-only look. Leaves the connection as it was.
   *
   * @param connection an open connection of this dialect
   * @param scope which schemas, and what to leave out
   */
  SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException;
}
