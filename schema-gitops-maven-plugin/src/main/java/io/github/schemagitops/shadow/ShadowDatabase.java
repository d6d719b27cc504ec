package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.io.IOException;
import java.nio.file.Path;

/** A running throwaway database. Closing it leaves nothing behind. */
public interface ShadowDatabase extends AutoCloseable {

  /** Which product it is. */
  Database database();

  /** How to log in as the owner of the one database: what migrations run as. */
  ConnectionSpec connection();

  /**
   * How to log in as another role, which may read the catalog of the same database and write
   * nothing. Nothing that a migration sets up changes how this session sees names.
   */
  ConnectionSpec inspection();

  /** How far a migration is kept away from the machine that runs the build. */
  Sandbox sandbox();

  /** For people, for instance {@code PostgreSQL 17 in a container (postgres:17)}. */
  String description();

  /**
   * Keeps the state of the whole server, for {@link ShadowProvider#open} to begin with. No session
   * may be open; logins are the same afterwards.
   *
   * @param file to write; does not exist yet
   * @return false when this kind of database cannot be kept: nothing was written then
   */
  boolean save(Path file) throws IOException;

  /** Ends it from outside, at once: whatever runs fails. Closing it is still needed. */
  void kill();

  @Override
  void close();
}
