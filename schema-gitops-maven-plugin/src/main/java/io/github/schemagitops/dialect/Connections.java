package io.github.schemagitops.dialect;

import io.github.schemagitops.config.JdbcUrls;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one place that opens connections. Drivers are found with {@code ServiceLoader} in the
 * plugin's own class loader: {@code DriverManager} does not find them in the second module of a
 * multi-module build.
 */
public final class Connections {

  private Connections() {}

  /**
   * Opens a connection in autocommit mode.
   *
   * @throws SchemaGitOpsException when the database cannot be reached or refuses the login; never
   *     carries a secret
   */
  public static Connection open(ConnectionSpec spec) {
    try {
      return connect(spec);
    } catch (SQLException e) {
      throw explain(spec, e);
    }
  }

  /** Like {@link #open}, for callers that speak JDBC themselves. */
  static Connection connect(ConnectionSpec spec) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.putAll(spec.properties());
    spec.user().ifPresent(user -> properties.setProperty("user", user));
    spec.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
    @Nullable Connection connection = driver(spec.url()).connect(spec.url(), properties);
    if (connection == null) {
      throw new SQLException("the driver refused the URL", "08001");
    }
    return connection;
  }

  /** A source of fresh connections, for tools that open their own. Unpooled. */
  public static DataSource dataSource(ConnectionSpec spec) {
    return new DriverDataSource(spec);
  }

  private static Driver driver(String url) throws SQLException {
    for (Driver driver : ServiceLoader.load(Driver.class, Connections.class.getClassLoader())) {
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    throw SchemaGitOpsException.badInput(
        "no JDBC driver for " + JdbcUrls.redact(url),
        "check the URL, or add the driver to the plugin's <dependencies>");
  }

  private static SchemaGitOpsException explain(ConnectionSpec spec, SQLException e) {
    String url = JdbcUrls.redact(spec.url());
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String who = spec.user().map(user -> "user '" + user + "'").orElse("the login");
    boolean wantsPassword =
        spec.password().isEmpty() && String.valueOf(e.getMessage()).contains("password");
    if (wantsPassword) {
      return SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "the database at %s wants a password, and none is configured".formatted(url),
          "set SCHEMA_<ENVIRONMENT>_PASSWORD, or <serverId> of a <server> in settings.xml",
          null);
    }
    if (state.startsWith("28")) {
      return SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "the database refused %s at %s".formatted(who, url),
          "check user and password; they come from environment variables or from the <server> in settings.xml",
          null);
    }
    if (state.equals("3D000")) {
      return SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "the database named in %s does not exist".formatted(url),
          "create it first, or correct the URL",
          null);
    }
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "the database at %s cannot be reached: %s".formatted(url, Redactor.of(spec).message(e)),
        "check host, port and network, and that the server is running",
        null);
  }
}
