package io.github.schemagitops.dialect;

import io.github.schemagitops.config.JdbcUrls;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/**
 * A driver and how to call it.
 *
 * @param driver accepts the URL
 * @param url as the driver wants it
 */
record JdbcDriver(Driver driver, String url) {

  /** MariaDB Connector/J takes MySQL's URLs only where the URL says that this is meant. */
  private static final String TAKES_MYSQL_URLS = "permitMysqlScheme";

  private static final Pattern ABOUT_TLS =
      Pattern.compile("[?&](?:sslMode|useSSL|requireSSL)=", Pattern.CASE_INSENSITIVE);

  /**
   * The driver for a URL. One that the user added for MySQL's URLs wins over ours, which takes them
   * only when asked to.
   */
  static JdbcDriver of(String url) throws SQLException {
    Optional<Driver> driver = accepting(url);
    if (driver.isPresent()) {
      return new JdbcDriver(driver.get(), url);
    }
    String asked = url + (url.contains("?") ? "&" : "?") + TAKES_MYSQL_URLS;
    Optional<Driver> ours = url.startsWith("jdbc:mysql:") ? accepting(asked) : Optional.empty();
    return ours.map(d -> new JdbcDriver(d, asked))
        .orElseThrow(
            () ->
                SchemaGitOpsException.badInput(
                    "no JDBC driver for " + JdbcUrls.redact(url),
                    "check the URL, or add the driver to the plugin's <dependencies>"));
  }

  private static Optional<Driver> accepting(String url) throws SQLException {
    for (Driver driver : ServiceLoader.load(Driver.class, JdbcDriver.class.getClassLoader())) {
      if (driver.acceptsURL(url)) {
        return Optional.of(driver);
      }
    }
    return Optional.empty();
  }

  /**
   * Properties for a connection: our defaults, then the caller's, then what nobody may change.
   *
   * @param more the caller's
   */
  Properties properties(Map<String, String> more) {
    Properties properties = new Properties();
    properties.setProperty("tcpKeepAlive", "true");
    if (isMySqlFamily()) {
      properties.setProperty("connectTimeout", "10000");
      properties.putAll(encryption());
    } else {
      properties.setProperty("connectTimeout", "10");
    }
    properties.putAll(more);
    if (isMySqlFamily()) {
      // Otherwise a server, or a migration, could read any file of this machine.
      properties.setProperty(isMariaDbs() ? "allowLocalInfile" : "allowLoadLocalInfile", "false");
      if (!isMariaDbs()) {
        properties.setProperty("allowUrlInLocalInfile", "false");
      }
    }
    return properties;
  }

  /**
   * What MySQL's own driver does where the URL says nothing: MySQL takes passwords over encrypted
   * connections only, with a certificate that the server made for itself.
   */
  private Map<String, String> encryption() {
    boolean asked = url.contains(TAKES_MYSQL_URLS) && !ABOUT_TLS.matcher(url).find();
    return asked ? Map.of("sslMode", "trust") : Map.of();
  }

  private boolean isMySqlFamily() {
    return url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:");
  }

  private boolean isMariaDbs() {
    return driver.getClass().getName().startsWith("org.mariadb.");
  }
}
