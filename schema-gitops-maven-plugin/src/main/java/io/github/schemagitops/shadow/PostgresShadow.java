package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.io.IOException;
import java.nio.file.Path;

/** A throwaway database that has a PostgreSQL server to itself. */
final class PostgresShadow implements ShadowDatabase {

  static final String DATABASE = "shadow";

  private final PostgresServer server;
  private final ConnectionSpec connection;
  private final String description;

  private PostgresShadow(PostgresServer server, ConnectionSpec connection, String description) {
    this.server = server;
    this.connection = connection;
    this.description = description;
  }

  /** Makes the one database on a fresh server, and owns the server from now on. */
  static ShadowDatabase on(PostgresServer server) {
    return prepare(server, true);
  }

  /** On a server that begins with a kept state: its roles get new passwords. */
  static ShadowDatabase resumed(PostgresServer server) {
    return prepare(server, false);
  }

  private static ShadowDatabase prepare(PostgresServer server, boolean fresh) {
    try {
      ShadowOwner owner = ShadowOwner.createOn(server);
      return new PostgresShadow(
          server,
          fresh ? owner.ownDatabase(DATABASE) : owner.login(DATABASE),
          server.description(owner.serverMajor()));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public ConnectionSpec connection() {
    return connection;
  }

  @Override
  public Database database() {
    return Database.POSTGRESQL;
  }

  @Override
  public ConnectionSpec inspection() {
    return connection;
  }

  @Override
  public Sandbox sandbox() {
    return Sandbox.PROCESS;
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
  public String description() {
    return description;
  }

  @Override
  public void close() {
    server.close();
  }
}
