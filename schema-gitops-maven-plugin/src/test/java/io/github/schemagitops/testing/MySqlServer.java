package io.github.schemagitops.testing;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A MySQL or MariaDB server in a container, started at most once per JVM and stopped at its end. A
 * server that runs already is taken with {@code -Dschema.test.mysql=host:port} or {@code
 * -Dschema.test.mariadb=host:port}; its {@code root} has the password {@code correct-horse}.
 */
public enum MySqlServer {
  MYSQL(Database.MYSQL, "jdbc:mysql://"),
  MARIADB(Database.MARIADB, "jdbc:mariadb://");

  private static final String PASSWORD = "correct-horse";
  private static final int TRIES = 240;
  private static final Map<MySqlServer, String> ADDRESSES = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Database product;
  private final String scheme;

  MySqlServer(Database product, String scheme) {
    this.product = product;
    this.scheme = scheme;
  }

  public Database product() {
    return product;
  }

  /** A new, empty database; skips the test where there can be no server. */
  public MySqlDatabase newDatabase() {
    String name = "t_%d_%d".formatted(ProcessHandle.current().pid(), COUNTER.incrementAndGet());
    try {
      execute("create database " + name);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return new MySqlDatabase(this, name);
  }

  /** The administrator's login; an empty name selects no database. */
  public ConnectionSpec administrator(String database) {
    return login(database, "root", PASSWORD);
  }

  /** Somebody's login. */
  public ConnectionSpec login(String database, String user, String password) {
    return new ConnectionSpec(
        scheme + address() + "/" + database,
        Optional.of(user),
        Optional.of(new Secret(password)),
        Map.of());
  }

  /** Runs statements as administrator. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = Connections.open(administrator(""));
        Statement statement = connection.createStatement()) {
      for (String sql : List.of(statements)) {
        statement.execute(sql);
      }
    }
  }

  private String address() {
    return ADDRESSES.computeIfAbsent(
        this,
        server ->
            Optional.ofNullable(System.getProperty("schema.test." + product.id()))
                .orElseGet(server::start));
  }

  @SuppressWarnings("resource") // stopped when the JVM ends
  private String start() {
    Databases.requireDocker();
    String image = product.image() + ":" + product.defaultVersion();
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withEnv(name().toUpperCase(Locale.ROOT) + "_ROOT_PASSWORD", PASSWORD)
            .withExposedPorts(3306)
            .withTmpFs(Map.of("/var/lib/mysql", "rw"))
            .withCommand("--innodb-flush-log-at-trx-commit=0", "--skip-log-bin");
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    String started = container.getHost() + ":" + container.getMappedPort(3306);
    awaitLogin(started);
    return started;
  }

  /** The server that sets up the data directory listens on no port, but the port is open early. */
  private void awaitLogin(String started) {
    ConnectionSpec root =
        new ConnectionSpec(
            scheme + started + "/",
            Optional.of("root"),
            Optional.of(new Secret(PASSWORD)),
            Map.of());
    for (int tries = 1; ; tries++) {
      try {
        Connections.open(root).close();
        return;
      } catch (SchemaGitOpsException | SQLException e) {
        if (tries == TRIES) {
          throw new AssertionError(e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
