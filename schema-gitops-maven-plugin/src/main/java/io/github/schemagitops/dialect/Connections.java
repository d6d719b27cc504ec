package io.github.schemagitops.dialect;

import io.github.schemagitops.config.JdbcUrls;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one place that opens connections. Drivers are found with {@code ServiceLoader} in the
 * plugin's own class loader: {@code DriverManager} does not find them in the second module of a
 * multi-module build.
 */
public final class Connections {

  /** MySQL's number; its SQL state says only that something is wrong with the statement. */
  private static final int UNKNOWN_DATABASE = 1049;

  /** MySQL's number for a database that the login may not use. */
  private static final int ACCESS_DENIED_TO_DATABASE = 1044;

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
    UrlProperties call = UrlProperties.of(spec.url(), spec.properties());
    JdbcDriver driver = JdbcDriver.of(call.url());
    Properties properties = driver.properties(call.properties());
    spec.user().ifPresent(user -> properties.setProperty("user", user));
    spec.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
    @Nullable Connection connection = driver.driver().connect(driver.url(), properties);
    if (connection == null) {
      throw new SQLException("the driver refused the URL", "08001");
    }
    return connection;
  }

  /** A source of fresh connections, for tools that open their own. Unpooled. */
  public static DataSource dataSource(ConnectionSpec spec) {
    return new DriverDataSource(spec);
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
    if (state.startsWith("28") || e.getErrorCode() == ACCESS_DENIED_TO_DATABASE) {
      return SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "the database refused %s at %s".formatted(who, url),
          "check user and password; they come from environment variables or from the <server> in settings.xml",
          null);
    }
    if (state.equals("3D000") || e.getErrorCode() == UNKNOWN_DATABASE) {
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
