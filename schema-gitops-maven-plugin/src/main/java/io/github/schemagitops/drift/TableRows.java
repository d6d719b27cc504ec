package io.github.schemagitops.drift;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many rows the tables of a throwaway database have. */
final class TableRows {

  private TableRows() {}

  /**
   * Counts the rows of every table of a snapshot.
   *
   * @param owner the login that may read them
   * @return count by qualified name
   */
  static NavigableMap<String, Long> count(ConnectionSpec owner, SchemaSnapshot snapshot)
      throws SQLException {
    NavigableMap<String, Long> counts = new TreeMap<>();
    try (Connection connection = Connections.open(owner);
        Statement statement = connection.createStatement()) {
      for (SchemaObject object : snapshot.objects()) {
        if (object.kind() == ObjectKind.TABLE) {
          try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + object.name())) {
            rows.next();
            counts.put(object.name(), rows.getLong(1));
          }
        }
      }
    }
    return counts;
  }
}
