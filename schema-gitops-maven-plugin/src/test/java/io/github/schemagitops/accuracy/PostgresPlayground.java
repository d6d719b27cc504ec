package io.github.schemagitops.accuracy;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.PostgresServers;
import io.github.schemagitops.testing.ServerContainer;
import io.github.schemagitops.testing.SqlCase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * PostgreSQL in a container; where there is none, the embedded server stands in for its version.
 */
final class PostgresPlayground implements Playground {

  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final String EMPTY = "template0";
  private static final String PASSWORD = "correct-horse";

  private final TestedServer server;
  private final Optional<ServerContainer> container;
  private final Function<String, ConnectionSpec> administrator;
  private final Copy base;

  private PostgresPlayground(
      TestedServer server,
      Optional<ServerContainer> container,
      Function<String, ConnectionSpec> administrator) {
    this.server = server;
    this.container = container;
    this.administrator = administrator;
    try {
      createTablespace();
      this.base = copyOf(EMPTY);
      for (SqlCase part : server.cases("base")) {
        base.execute(part.statements());
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** It belongs to the server, which others may have used before. */
  private void createTablespace() throws SQLException {
    try (Connection connection = Connections.open(administrator.apply("postgres"));
        Statement statement = connection.createStatement();
        ResultSet known =
            statement.executeQuery("select from pg_tablespace where spcname = 'fast'")) {
      if (!known.next()) {
        Copy.execute(
            connection,
            List.of("set allow_in_place_tablespaces = on", "create tablespace fast location ''"));
      }
    }
  }

  static PostgresPlayground on(TestedServer server) {
    String image = "postgres:" + server.major();
    if (server.major() == PostgresServers.EMBEDDED && !Databases.hasImage(image)) {
      return new PostgresPlayground(server, Optional.empty(), Databases::administrator);
    }
    ServerContainer container = start(image);
    return new PostgresPlayground(
        server, Optional.of(container), database -> login(container, database));
  }

  private static ServerContainer start(String image) {
    ServerContainer container =
        ServerContainer.start(
            image,
            5432,
            "/memory",
            Map.of("POSTGRES_PASSWORD", PASSWORD, "PGDATA", "/memory/data"),
            "postgres",
            "-c",
            "fsync=off",
            "-c",
            "full_page_writes=off",
            "-c",
            "autovacuum=off");
    ServerContainer.awaitLogin(login(container, "postgres"));
    return container;
  }

  private static ConnectionSpec login(ServerContainer container, String database) {
    return new ConnectionSpec(
        "jdbc:postgresql://%s/%s".formatted(container.address(), database),
        Optional.of("postgres"),
        Optional.of(new Secret(PASSWORD)),
        Map.of());
  }

  @Override
  public TestedServer server() {
    return server;
  }

  @Override
  public Copy base() throws SQLException {
    return copyOf(base.name());
  }

  /** A copy of a template is made fast, and has its columns in order. */
  @Override
  public boolean reusesCopies() {
    return false;
  }

  @Override
  public void keep(Copy copy) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Copy empty() throws SQLException {
    return copyOf(EMPTY);
  }

  private Copy copyOf(String template) throws SQLException {
    String name = "copy_%d_%d".formatted(ProcessHandle.current().pid(), COUNTER.incrementAndGet());
    administer("create database %s template %s".formatted(name, template));
    return new Copy(
        name,
        administrator.apply(name),
        () -> administer("drop database %s with (force)".formatted(name)));
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection = Connections.open(administrator.apply("postgres"))) {
      Copy.execute(connection, List.of(sql));
    }
  }

  @Override
  public boolean hasPrograms() {
    return container.isPresent();
  }

  @Override
  public void restart() throws SQLException {
    try (Connection witness = Connections.open(administrator.apply("postgres"))) {
      container.orElseThrow().run("kill -INT $(head -1 $PGDATA/postmaster.pid)");
      ServerContainer.awaitEnd(witness);
    }
    ServerContainer.awaitLogin(administrator.apply("postgres"));
  }

  @Override
  public void restore(Copy from, Copy to) {
    container
        .orElseThrow()
        .run(
            "pg_dump -U postgres %s | psql -U postgres -q -v ON_ERROR_STOP=1 %s"
                .formatted(from.name(), to.name()));
  }

  @Override
  public void close() throws SQLException {
    base.close();
  }
}
