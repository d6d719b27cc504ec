package io.github.schemagitops.testing;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MySQL or MariaDB server in a container, started at most once per JVM and stopped at its end. A
 * server that runs already is taken with {@code -Dschema.test.mysql=host:port} or {@code
 * -Dschema.test.mariadb=host:port}; its {@code root} has the password {@code correct-horse}.
 */
public enum MySqlServer {
  MYSQL(Database.MYSQL, "jdbc:mysql://"),
  MARIADB(Database.MARIADB, "jdbc:mariadb://");

  private static final String PASSWORD = "correct-horse";
  private static final Map<MySqlServer, String> ADDRESSES = new ConcurrentHashMap<>();
  private static final Map<MySqlServer, ServerContainer> STARTED = new ConcurrentHashMap<>();
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

  /**
   * A new database with what a file of cases creates.
   *
   * @param resource as in {@link SqlCase#in}
   */
  public MySqlDatabase newDatabaseWith(String resource) throws SQLException {
    MySqlDatabase database = newDatabase();
    int major = Integer.parseInt(product.defaultVersion().replaceFirst("\\..*", ""));
    for (SqlCase part : SqlCase.in(resource, product, major)) {
      database.execute(part.statementsFor(database.name()).toArray(String[]::new));
    }
    return database;
  }

  /** The administrator's login; an empty name selects no database. */
  public ConnectionSpec administrator(String database) {
    return login(database, "root", PASSWORD);
  }

  /** Somebody's login. */
  public ConnectionSpec login(String database, String user, String password) {
    return login(address(), database, user, password);
  }

  private ConnectionSpec login(String address, String database, String user, String password) {
    return new ConnectionSpec(
        scheme + address + "/" + database,
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

  /** Whether {@link #restart} and {@link #run} can be used: it was started here. */
  public boolean hasPrograms() {
    address();
    return STARTED.containsKey(this);
  }

  /** Stops the server in good order and starts it again. */
  public void restart() throws SQLException {
    try (Connection witness = Connections.open(administrator(""))) {
      execute("shutdown");
      ServerContainer.awaitEnd(witness);
    }
    ServerContainer.awaitLogin(administrator(""));
  }

  /** Runs a shell script inside its container. */
  public String run(String script) {
    return Objects.requireNonNull(STARTED.get(this), "not started here").run(script);
  }

  private String address() {
    return ADDRESSES.computeIfAbsent(
        this,
        server ->
            Optional.ofNullable(System.getProperty("schema.test." + product.id()))
                .orElseGet(server::start));
  }

  private String start() {
    Databases.requireDocker();
    ServerContainer container =
        ServerContainer.start(
            product.image() + ":" + product.defaultVersion(),
            3306,
            "/var/lib/mysql",
            Map.of(name() + "_ROOT_PASSWORD", PASSWORD),
            "--innodb-flush-log-at-trx-commit=0",
            "--skip-log-bin");
    STARTED.put(this, container);
    ServerContainer.awaitLogin(login(container.address(), "", "root", PASSWORD));
    return container.address();
  }
}
