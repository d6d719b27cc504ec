package io.github.schemagitops.testing;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database of its own on a {@link MySqlServer}.
 *
 * @param server where it is
 * @param name of the database
 */
public record MySqlDatabase(MySqlServer server, String name) implements AutoCloseable {

  /** The administrator's login to it. */
  public ConnectionSpec spec() {
    return server.administrator(name);
  }

  public Connection connect() {
    return Connections.open(spec());
  }

  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Rows as texts, columns joined with {@code |}. */
  public List<String> query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(rows.getString(i)));
        }
        texts.add(String.join("|", columns));
      }
      return texts;
    }
  }

  @Override
  public void close() {
    try {
      server.execute("drop database " + name);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
