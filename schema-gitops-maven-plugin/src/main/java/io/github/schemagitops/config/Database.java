package io.github.schemagitops.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The database products that migrations can be written for. */
public enum Database {
  POSTGRESQL("PostgreSQL", "17", "postgres", "jdbc:postgresql:"),
  MYSQL("MySQL", "9.7", "mysql", "jdbc:mysql:"),
  MARIADB("MariaDB", "11.8", "mariadb", "jdbc:mariadb:");

  private final String title;
  private final String defaultVersion;
  private final String image;
  private final String urlPrefix;

  Database(String title, String defaultVersion, String image, String urlPrefix) {
    this.title = title;
    this.defaultVersion = defaultVersion;
    this.image = image;
    this.urlPrefix = urlPrefix;
  }

  /** As its makers write it. */
  public String title() {
    return title;
  }

  /** Id as in {@code schema.database}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How JDBC URLs of it begin, for instance {@code jdbc:postgresql:}. */
  public String urlPrefix() {
    return urlPrefix;
  }

  /** Version of a throwaway server when nothing says otherwise. */
  public String defaultVersion() {
    return defaultVersion;
  }

  /** Name of the official container image, without tag. */
  public String image() {
    return image;
  }

  /**
   * The product that a JDBC URL names. {@code jdbc:mariadb:} also reaches MySQL servers, so what
   * the server itself says wins where it can be asked.
   */
  public static Optional<Database> ofUrl(String jdbcUrl) {
    String url = jdbcUrl.strip().replaceFirst("^jdbc:(tc|p6spy|aws-wrapper):", "jdbc:");
    return Stream.of(values()).filter(d -> url.startsWith(d.urlPrefix)).findFirst();
  }

  /** The product with an id or a common other name, for instance {@code postgres}. */
  public static Optional<Database> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(d -> d.id().equals(wanted) || d.image.equals(wanted))
        .findFirst();
  }
}
