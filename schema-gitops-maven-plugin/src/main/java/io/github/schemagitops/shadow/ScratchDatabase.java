package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A database of our own on a server that others use too. */
final class ScratchDatabase implements ShadowDatabase {

  private final ScratchProduct product;
  private final Database database;
  private final String release;
  private final String name;
  private final ConnectionSpec server;
  private final ConnectionSpec login;
  private final Connection keeper;
  private final Thread closer = new Thread(this::drop, "schema-gitops scratch database closer");
  private boolean closed;

  private ScratchDatabase(
      ScratchProduct product,
      Database database,
      String release,
      String name,
      ConnectionSpec server,
      ConnectionSpec login,
      Connection keeper) {
    this.product = product;
    this.database = database;
    this.release = release;
    this.name = name;
    this.server = server;
    this.login = login;
    this.keeper = keeper;
  }

  /**
   * Makes a scratch database.
   *
   * @param connection the login's, to another database; stays open
   * @param server how that connection was made
   * @param url of the server
   */
  static ScratchDatabase create(
      Database database, Connection connection, ConnectionSpec server, ScratchUrl url)
      throws SQLException {
    ScratchProduct product = ScratchProduct.of(database);
    String name = ScratchName.fresh();
    product.create(connection, name);
    ConnectionSpec login =
        new ConnectionSpec(
            url.withDatabase(name), server.user(), server.password(), product.properties());
    try {
      Connection keeper = Connections.open(login);
      product.use(keeper, name);
      ScratchDatabase scratch =
          new ScratchDatabase(
              product, database, product.release(connection), name, server, login, keeper);
      Runtime.getRuntime().addShutdownHook(scratch.closer);
      return scratch;
    } catch (SQLException | RuntimeException e) {
      product.drop(connection, name);
      throw e;
    }
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public ConnectionSpec connection() {
    return login;
  }

  /** The same login, as there is no other; its sessions are read-only. */
  @Override
  public ConnectionSpec inspection() {
    return login.with(product.readOnlyProperties());
  }

  @Override
  public Sandbox sandbox() {
    return Sandbox.SHARED_SERVER;
  }

  @Override
  public String description() {
    return "%s %s, a scratch database on a shared server".formatted(database.title(), release);
  }

  @Override
  public boolean save(Path file) {
    return false;
  }

  @Override
  public void kill() {
    try (Connection connection = Connections.open(server)) {
      product.endSessions(connection, name);
    } catch (SQLException e) {
      throw failed("its sessions could not be ended", e);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(closer);
    } catch (IllegalStateException e) {
      return; // The machine is shutting down: the hook itself does the work.
    }
    drop();
  }

  private synchronized void drop() {
    if (closed) {
      return;
    }
    closed = true;
    try (Connection connection = Connections.open(server)) {
      product.drop(connection, name);
    } catch (SQLException e) {
      throw failed("it could not be dropped", e);
    } finally {
      release(keeper);
    }
  }

  private static void release(Connection session) {
    try {
      session.close();
    } catch (SQLException e) {
      return; // The server has ended it already.
    }
  }

  private SchemaGitOpsException failed(String what, SQLException e) {
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "scratch database %s: %s: %s".formatted(name, what, Redactor.of(server).message(e)),
        "the next run drops it; to do it at once, drop the database %s by hand".formatted(name),
        null);
  }
}
