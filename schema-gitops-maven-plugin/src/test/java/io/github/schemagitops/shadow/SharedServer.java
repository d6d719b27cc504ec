package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One embedded server per JVM for tests, with as many databases as they ask for. */
public final class SharedServer {

  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static @Nullable SharedServer instance;

  private final PostgresServer server;
  private final ShadowOwner owner;
  private final ShadowInspector inspector;

  private SharedServer(PostgresServer server) {
    this.server = server;
    this.owner = ShadowOwner.createOn(server);
    this.inspector = ShadowInspector.createOn(server);
  }

  /** A fresh database; the first call starts the server, which stops when the JVM ends. */
  public static ShadowDatabase newDatabase(ShadowConfig config) {
    SharedServer shared = get(config);
    return shared.new OneDatabase("shadow_" + COUNTER.incrementAndGet());
  }

  /** Login of the server's superuser to a database. */
  public static ConnectionSpec administrator(ShadowConfig config, String database) {
    return get(config).server.administrator(database);
  }

  private static synchronized SharedServer get(ShadowConfig config) {
    if (instance == null) {
      instance = new SharedServer(EmbeddedShadow.start(config, message -> {}));
    }
    return instance;
  }

  private final class OneDatabase implements ShadowDatabase {

    private final String name;
    private final ConnectionSpec connection;
    private final ConnectionSpec inspection;

    private OneDatabase(String name) {
      this.name = name;
      administer("CREATE DATABASE %s TEMPLATE shadow".formatted(name));
      this.connection = owner.ownDatabase(name);
      this.inspection = inspector.login(name);
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
      return inspection;
    }

    @Override
    public Sandbox sandbox() {
      return Sandbox.PROCESS;
    }

    @Override
    public boolean save(Path file) {
      return false;
    }

    @Override
    public void kill() {
      close();
    }

    @Override
    public String description() {
      return server.description(String.valueOf(owner.serverMajor()));
    }

    @Override
    public void close() {
      administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
  }

  private void administer(String sql) {
    try (var administrator = Connections.open(server.administrator("postgres"));
        var statement = administrator.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
