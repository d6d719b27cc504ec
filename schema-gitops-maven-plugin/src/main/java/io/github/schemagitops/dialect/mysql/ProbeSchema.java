package io.github.schemagitops.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A database of our own in which empty copies of tables have the names that the tables have.
 * Statements about them touch no real table, and so can neither change nor wait for one.
 */
final class ProbeSchema {

  /** Zero dates and other old sins of a table must not keep it from being copied. */
  private static final String LENIENT = "SET SESSION sql_mode = '', foreign_key_checks = 0";

  private final Connection session;
  private final String name;

  ProbeSchema(Connection session, String name) {
    this.session = session;
    this.name = name;
  }

  String name() {
    return name;
  }

  Connection session() {
    return session;
  }

  /** The statements that make some tables of a database, as the server words them. */
  Map<String, String> definitions(String database, Collection<String> tables) throws SQLException {
    execute(LENIENT);
    Map<String, String> definitions = new LinkedHashMap<>();
    for (String table : tables) {
      String sql =
          "SHOW CREATE TABLE %s.%s".formatted(TableName.quote(database), TableName.quote(table));
      try (Statement statement = session.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        definitions.put(table, row.getString(2));
      }
    }
    return definitions;
  }

  /**
   * Replaces all copies.
   *
   * @param like the database whose defaults new tables shall have
   */
  void refill(String like, Collection<String> definitions) throws SQLException {
    execute(LENIENT);
    drop();
    execute("CREATE DATABASE " + TableName.quote(name) + defaults(like));
    execute("USE " + TableName.quote(name));
    // Foreign keys to what is not copied stay as they are: nothing looks for the other side.
    for (String definition : definitions) {
      execute(definition);
    }
  }

  private String defaults(String database) throws SQLException {
    String sql =
        """
        SELECT default_character_set_name, default_collation_name
        FROM information_schema.schemata WHERE schema_name = '%s'
        """
            .formatted(database.replace("\\", "\\\\").replace("'", "''"));
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next()
          ? " CHARACTER SET %s COLLATE %s".formatted(row.getString(1), row.getString(2))
          : "";
    }
  }

  void drop() throws SQLException {
    execute("DROP DATABASE IF EXISTS " + TableName.quote(name));
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }
}
