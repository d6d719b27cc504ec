package io.github.schemagitops.dialect;

/**
 * What a server says of itself.
 *
 * @param product for instance {@code PostgreSQL}
 * @param version full version, for instance {@code 17.11}
 * @param major major version
 * @param database name of the connected database
 * @param user name of the connected role
 * @param writable false on a standby or where transactions are read-only
 */
public record ServerFacts(
    String product, String version, int major, String database, String user, boolean writable) {

  /**
   * The part of the version that names compatible servers, as in image tags: {@code 17} of
   * PostgreSQL 17.11, {@code 11.8} of MariaDB 11.8.6.
   */
  public String release() {
    return product.equals("PostgreSQL")
        ? String.valueOf(major)
        : version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  /** {@code PostgreSQL 17.11}. */
  public String title() {
    return product + " " + version;
  }
}
