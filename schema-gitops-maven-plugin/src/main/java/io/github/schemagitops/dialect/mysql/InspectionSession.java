package io.github.schemagitops.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives a session a fixed way of writing names and values while it is open, and takes it back.
 *
 * <p>The time zone shows in defaults of timestamps, the SQL mode in quotes and types; and a look
 * must not wait for a year behind somebody's DDL.
 */
final class InspectionSession implements AutoCloseable {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "time_zone", "+00:00",
          "sql_mode", "",
          "sql_quote_show_create", "1",
          "lock_wait_timeout", "5");

  private final Connection connection;
  private final Map<String, String> before = new LinkedHashMap<>();

  private InspectionSession(Connection connection) {
    this.connection = connection;
  }

  /** Reads in the session. */
  @FunctionalInterface
  interface Reader<T> {
    T read() throws SQLException;
  }

  /** Reads with the settings in force, and takes them back whatever happens. */
  static <T> T read(Connection connection, Reader<T> reader) throws SQLException {
    try (InspectionSession session = new InspectionSession(connection)) {
      session.begin();
      return reader.read();
    }
  }

  private void begin() throws SQLException {
    for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
      before.put(setting.getKey(), value(setting.getKey()));
      set(setting.getKey(), setting.getValue());
    }
  }

  private String value(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select @@session." + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private void set(String name, String value) throws SQLException {
    boolean number = value.matches("\\d+");
    String sql = "set session " + name + " = " + (number ? value : "?");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (!number) {
        statement.setString(1, value);
      }
      statement.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Map.Entry<String, String> setting : before.entrySet()) {
      set(setting.getKey(), setting.getValue());
    }
  }
}
