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

  /** {@code PostgreSQL 17.11}. */
  public String title() {
    return product + " " + version;
  }
}
