package io.github.schemagitops.shadow;

import io.github.schemagitops.dialect.ConnectionSpec;

/** A running throwaway database. Closing it leaves nothing behind. */
public interface ShadowDatabase extends AutoCloseable {

  /** How to log in as the owner of the one empty database. */
  ConnectionSpec connection();

  /** For people, for instance {@code PostgreSQL 17 in a container (postgres:17)}. */
  String description();

  @Override
  void close();
}
