package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.SchemaInspector;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;

/** Reads schemas. */
public final class MySqlInspector implements SchemaInspector {
  @Override
  public SchemaSnapshot inspect(Connection connection, InspectionScope scope) {
    throw new UnsupportedOperationException("being built");
  }
}
