package io.github.schemagitops.shadow;

import io.github.schemagitops.dialect.ConnectionSpec;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A running throwaway PostgreSQL server, as its administrator sees it. Migrations never get this
 * login: it only makes roles and databases.
 */
interface PostgresServer extends AutoCloseable {

  /** Name of the administrator. */
  String ADMINISTRATOR = "postgres";

  /** The administrator's login to one database of the server. */
  ConnectionSpec administrator(String database);

  /**
   * For people, for instance {@code embedded PostgreSQL 17.11}.
   *
   * @param major what the server says its major version is
   */
  String description(int major);

  /** As {@link ShadowDatabase#save}. */
  default boolean save(Path file) throws IOException {
    return false;
  }

  /** Ends the server at once; whatever runs on it fails. */
  default void kill() {
    close();
  }

  /** Stops the server and removes its data. A second call does nothing. */
  @Override
  void close();
}
