package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.dialect.StatementTracer.Observed;
import io.github.schemagitops.testing.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A MySQL or MariaDB server in a container, with the logins that a shadow database has. */
final class TracedServer {

  enum Product {
    MYSQL("mysql:9.7"),
    MARIADB("mariadb:11.8");

    private final String image;

    Product(String image) {
      this.image = image;
    }
  }

  private static final String ROOT = "root-of-tests";
  private static final Map<Product, TracedServer> SERVERS = new EnumMap<>(Product.class);

  private final GenericContainer<?> container;

  private TracedServer(Product product) throws SQLException {
    container = start(product);
    try (Connection root = Connections.open(root());
        Statement statement = root.createStatement()) {
      statement.execute("CREATE USER owner IDENTIFIED BY 'owner-pw'");
      statement.execute("GRANT ALL ON shadow.* TO owner");
      statement.execute("GRANT ALL ON `schema\\_gitops\\_probe%`.* TO owner");
      statement.execute("CREATE USER inspection IDENTIFIED BY 'inspection-pw'");
      statement.execute("GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, PROCESS ON *.* TO inspection");
      statement.execute("CREATE USER blind IDENTIFIED BY 'blind-pw'");
      statement.execute("GRANT SELECT ON shadow.* TO blind");
    }
  }

  /** One server of each product per JVM; stopped at its end. */
  static synchronized TracedServer of(Product product) throws SQLException {
    Databases.requireDocker();
    if (!SERVERS.containsKey(product)) {
      SERVERS.put(product, new TracedServer(product));
    }
    return SERVERS.get(product);
  }

  @SuppressWarnings("resource") // Stopped by the hook, not here.
  private static GenericContainer<?> start(Product product) {
    GenericContainer<?> container =
        new GenericContainer<>(product.image)
            .withEnv("MYSQL_ROOT_PASSWORD", ROOT)
            .withEnv("MYSQL_DATABASE", "shadow")
            .withTmpFs(Map.of("/var/lib/mysql", "rw"))
            .withExposedPorts(3306);
    container.waitingFor(new UntilConnected(container));
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    container.start();
    return container;
  }

  ConnectionSpec root() {
    return spec(container, "root", ROOT);
  }

  ConnectionSpec owner() {
    return spec(container, "owner", "owner-pw");
  }

  ConnectionSpec inspection() {
    return spec(container, "inspection", "inspection-pw");
  }

  /** A login that may not read InnoDB's tables. */
  ConnectionSpec withoutProcess() {
    return spec(container, "blind", "blind-pw");
  }

  private static ConnectionSpec spec(GenericContainer<?> container, String user, String password) {
    return new ConnectionSpec(
        "jdbc:mariadb://%s:%d/shadow".formatted(container.getHost(), container.getMappedPort(3306)),
        Optional.of(user),
        Optional.of(new Secret(password)),
        Map.of("connectTimeout", "10000", "allowPublicKeyRetrieval", "true", "sslMode", "disable"));
  }

  /** Empties the database and fills it anew. */
  void reset(String... statements) throws SQLException {
    try (Connection root = Connections.open(root());
        Statement statement = root.createStatement()) {
      statement.execute("DROP DATABASE shadow");
      statement.execute("CREATE DATABASE shadow");
      statement.execute("USE shadow");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What is observed of each statement of one migration that the owner runs. */
  List<Observed> migrate(String... statements) throws SQLException {
    try (StatementTracer tracer = MySqlTracer.open(owner(), inspection());
        Connection session = Connections.open(owner())) {
      return migrate(tracer, session, statements);
    }
  }

  static List<Observed> migrate(StatementTracer tracer, Connection session, String... statements)
      throws SQLException {
    List<Observed> observed = new ArrayList<>();
    tracer.migrationStarting();
    for (String sql : statements) {
      tracer.statementStarting(session, sql);
      try (Statement statement = session.createStatement()) {
        statement.execute(sql);
      }
      observed.add(tracer.statementFinished(session, List.of()));
    }
    return observed;
  }

  /** Rows as texts, columns joined with {@code |}, as root sees them. */
  List<String> query(String sql) throws SQLException {
    try (Connection root = Connections.open(root());
        Statement statement = root.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(rows.getString(i)));
        }
        texts.add(String.join("|", columns));
      }
      return texts;
    }
  }

  private static final class UntilConnected extends AbstractWaitStrategy {

    private final GenericContainer<?> container;

    private UntilConnected(GenericContainer<?> container) {
      this.container = container;
    }

    @Override
    protected void waitUntilReady() {
      long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
      while (true) {
        try {
          Connections.open(spec(container, "root", ROOT)).close();
          return;
        } catch (SQLException | RuntimeException e) {
          if (System.nanoTime() > end) {
            throw new IllegalStateException("the server did not answer", e);
          }
          pause();
        }
      }
    }

    private static void pause() {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
