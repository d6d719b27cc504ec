package io.github.schemagitops.shadow;

import io.github.schemagitops.dialect.ConnectionSpec;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A running throwaway server, as its administrator sees it. Migrations never get this login: it
 * only makes users and databases.
 */
interface ThrowawayServer extends AutoCloseable {

  /** The administrator's login to one database of the server. */
  ConnectionSpec administrator(String database);

  /**
   * For people, for instance {@code embedded PostgreSQL 17.11}.
   *
   * @param release what the server says it is: {@code 17} of PostgreSQL, {@code 9.7} of MySQL
   */
  String description(String release);

  /** How far the server is kept away from the machine that runs the build. */
  default Sandbox sandbox() {
    return Sandbox.PROCESS;
  }

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
