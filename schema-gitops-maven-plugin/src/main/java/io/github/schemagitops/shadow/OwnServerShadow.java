package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.io.IOException;
import java.nio.file.Path;

/** A throwaway database that has a server to itself. */
record OwnServerShadow(
    ThrowawayServer server,
    Database database,
    String description,
    ConnectionSpec connection,
    ConnectionSpec inspection)
    implements ShadowDatabase {

  /** Name of the one database. */
  static final String DATABASE = "shadow";

  @Override
  public Sandbox sandbox() {
    return server.sandbox();
  }

  @Override
  public boolean save(Path file) throws IOException {
    return server.save(file);
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public void close() {
    server.close();
  }
}
