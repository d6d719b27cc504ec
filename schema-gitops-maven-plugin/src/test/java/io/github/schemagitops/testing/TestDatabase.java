package io.github.schemagitops.testing;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A database of its own that stands for a real one. */
public final class TestDatabase implements AutoCloseable {

  private final ShadowDatabase database = Databases.embedded();

  public ConnectionSpec spec() {
    return database.connection();
  }

  /** The database as an environment with that id. */
  public Environment environment(String id) {
    return new Environment(id, spec().url(), spec().user(), spec().password());
  }

  public Connection connect() {
    return Connections.open(spec());
  }

  /** A session that names itself. */
  public Connection connectAs(String application) {
    return Connections.open(spec().with(Map.of("ApplicationName", application)));
  }

  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs something as superuser; {@code %s} is the database's name. */
  public void administer(String sql) throws SQLException {
    try (Connection connection = Connections.open(Databases.administrator(name()));
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(name()));
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

  private String name() {
    String url = spec().url();
    return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
  }

  @Override
  public void close() {
    database.close();
  }
}
