package io.github.schemagitops.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a session has set that changes how its statements alter tables.
 *
 * @param database its default database
 * @param values by variable; only those that anybody may set
 */
record SessionSettings(Optional<String> database, Map<String, String> values) {

  private static final String SHOW =
      """
      SHOW SESSION VARIABLES WHERE Variable_name IN ('sql_mode', 'foreign_key_checks',
        'unique_checks', 'check_constraint_checks', 'old_alter_table', 'old_mode',
        'alter_algorithm', 'default_storage_engine', 'system_versioning_alter_history')
      """;

  SessionSettings {
    values = Map.copyOf(values);
  }

  static SessionSettings of(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      Optional<String> database;
      try (ResultSet row = statement.executeQuery("SELECT DATABASE()")) {
        row.next();
        database = Optional.ofNullable(row.getString(1));
      }
      Map<String, String> values = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery(SHOW)) {
        while (rows.next()) {
          values.put(rows.getString(1), rows.getString(2));
        }
      }
      return new SessionSettings(database, values);
    }
  }

  /** Gives another session the same. */
  void applyTo(Connection session) throws SQLException {
    for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
      try (PreparedStatement statement =
          session.prepareStatement("SET SESSION " + entry.getKey() + " = ?")) {
        statement.setString(1, entry.getValue());
        statement.execute();
      }
    }
  }

  String sqlMode() {
    return values.getOrDefault("sql_mode", "");
  }

  /** The way that the session asks for in every statement that names none. */
  Optional<String> algorithm(MySqlServer server) {
    if ("ON".equals(values.get("old_alter_table"))) {
      return Optional.of("COPY");
    }
    // From 11.5 on the variable is still there and no longer heard.
    return server.version() >= 110_500
        ? Optional.empty()
        : Optional.ofNullable(values.get("alter_algorithm")).filter(a -> !a.equals("DEFAULT"));
  }

  /** True when {@code COPY} lets others write unless something of the table forbids it. */
  boolean copiesOnline(MySqlServer server) {
    return server.mariaDb()
        && server.version() >= 110_200
        && !values.getOrDefault("old_mode", "").contains("LOCK_ALTER_TABLE_COPY");
  }
}
