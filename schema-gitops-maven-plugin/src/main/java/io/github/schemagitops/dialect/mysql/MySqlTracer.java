package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.dialect.mysql.TableStatement.Kind;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Observes what statements do to tables of MySQL or MariaDB. Nothing of a statement is left to see
 * when it is done, because it ends its transaction; so each is tried before it runs, on empty
 * copies in a database of our own on the same server, which is dropped at the end.
 */
final class MySqlTracer implements StatementTracer {

  /** Nobody but us locks our copies; should somebody, the wait ends. The default is a year. */
  private static final int LOCK_WAIT_SECONDS = 30;

  /** What runs inside the server, so that its statements are not sent one by one. */
  private static final Set<String> HIDES_STATEMENTS =
      Set.of("CALL", "EXECUTE", "BEGIN", "IF", "CASE", "LOOP", "REPEAT", "WHILE", "FOR", "DECLARE");

  private final MySqlServer server;
  private final Optional<String> database;
  private final List<Connection> sessions;
  private final ProbeSchema copies;
  private final TableCatalog catalog;
  private final TableObserver observer;
  private final Set<String> existed = new TreeSet<>();
  private final Set<String> temporary = new TreeSet<>();
  private Optional<TableStatement> running = Optional.empty();
  private Observed observed = nothing();

  private MySqlTracer(List<Connection> sessions) throws SQLException {
    this.sessions = sessions;
    Connection prober = sessions.get(0);
    this.server = MySqlServer.ask(prober);
    this.database = SessionSettings.of(prober).database();
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    this.copies =
        new ProbeSchema(prober, "schema_gitops_probe_" + HexFormat.of().formatHex(random));
    // Not the prober: its locks would be in the way of its own questions.
    this.catalog = new TableCatalog(sessions.get(1), server);
    this.observer =
        new TableObserver(
            server,
            database.orElse(""),
            catalog,
            copies,
            new AlgorithmProbe(server, sessions.get(2)),
            new MetadataLockProbe(copies, sessions.get(1)));
  }

  /**
   * Opens the observer.
   *
   * @param owner may create databases named {@code schema_gitops_probe…}
   * @param inspection sees with PROCESS whether a table is rewritten
   */
  static StatementTracer open(ConnectionSpec owner, ConnectionSpec inspection) throws SQLException {
    List<Connection> sessions = new ArrayList<>();
    try {
      sessions.add(Connections.open(owner));
      sessions.add(Connections.open(owner));
      sessions.add(Connections.open(inspection));
      for (Connection session : sessions) {
        try (Statement statement = session.createStatement()) {
          statement.execute("SET SESSION lock_wait_timeout = " + LOCK_WAIT_SECONDS);
        }
      }
      return new MySqlTracer(sessions);
    } catch (SQLException | RuntimeException e) {
      closeAll(sessions);
      throw e;
    }
  }

  @Override
  public Map<String, String> sessionProperties() {
    return Map.of();
  }

  @Override
  public void migrationStarting() throws SQLException {
    existed.clear();
    if (database.isPresent()) {
      existed.addAll(catalog.tables(database.get()));
    }
  }

  @Override
  public void statementStarting(Connection session, String sql) {
    running = Optional.empty();
    observed = nothing();
    try {
      observed = observe(session, sql);
    } catch (SQLException e) {
      observed = unseen("what it does to tables: " + TableObserver.words(e));
    }
  }

  private Observed observe(Connection session, String sql) throws SQLException {
    // The mode matters for quotes only, and asking the session is for statements that need it.
    List<SqlWord> words = SqlWords.of(sql, server, "");
    if (words.isEmpty()) {
      return nothing();
    }
    String first = words.get(0).text().toUpperCase(Locale.ROOT);
    if (HIDES_STATEMENTS.contains(first)) {
      return hidden(first, words);
    }
    if (TableStatementReader.read(sql, words).isEmpty()) {
      return nothing();
    }
    SessionSettings settings = SessionSettings.of(session);
    Optional<TableStatement> read =
        TableStatementReader.read(sql, SqlWords.of(sql, server, settings.sqlMode()));
    if (read.isEmpty() || read.get().targets().isEmpty()) {
      return unseen("what it does to tables: no name of a table was found in it");
    }
    return observe(read.get(), settings);
  }

  private Observed observe(TableStatement statement, SessionSettings settings) throws SQLException {
    Optional<String> elsewhere = elsewhere(statement, settings);
    if (elsewhere.isPresent()) {
      return unseen(
          "what it does to tables: it names the database %s, and only %s is observed"
              .formatted(elsewhere.get(), database.orElse("none")));
    }
    running = Optional.of(statement);
    boolean aboutTemporary =
        statement.temporary()
            || statement.targets().stream()
                .allMatch(t -> temporary.contains(server.fold(t.name())));
    boolean plainCreate =
        statement.kind() == Kind.CREATE && !statement.refers() && !statement.replaces();
    return aboutTemporary || plainCreate
        ? nothing()
        : observer.observe(statement, settings, existed);
  }

  /**
   * A database besides the observed one: tried on copies, the statement would change tables there.
   */
  private Optional<String> elsewhere(TableStatement statement, SessionSettings settings)
      throws SQLException {
    Set<String> others = new TreeSet<>(catalog.databasesAmong(statement.qualifiers()));
    statement.targets().stream()
        .flatMap(t -> t.database().or(settings::database).stream())
        .forEach(others::add);
    others.removeIf(other -> database.map(other::equals).orElse(false));
    return others.stream().findFirst();
  }

  private static Observed hidden(String first, List<SqlWord> words) {
    boolean compound = words.size() > 1 && words.get(1).is("NOT");
    if (first.equals("BEGIN") && !compound) {
      return nothing();
    }
    return unseen(first + " runs statements inside the server, where they cannot be tried first");
  }

  @Override
  public Observed statementFinished(Connection session, List<String> messages) {
    running.ifPresent(this::follow);
    running = Optional.empty();
    return observed;
  }

  /** A renamed table still is one that existed; one with the name of a dropped table is new. */
  private void follow(TableStatement statement) {
    for (int i = 0; i < statement.targets().size(); i++) {
      String name = server.fold(statement.targets().get(i).name());
      switch (statement.kind()) {
        case DROP -> {
          if (!temporary.remove(name)) {
            existed.remove(name);
          }
        }
        case CREATE -> {
          if (statement.temporary()) {
            temporary.add(name);
          } else if (statement.replaces()) {
            existed.remove(name);
          }
        }
        case ALTER, RENAME -> {
          if (i < statement.renames().size() && existed.remove(name)) {
            existed.add(server.fold(statement.renames().get(i).name()));
          }
        }
        default -> {}
      }
    }
  }

  private static Observed nothing() {
    return new Observed(List.of(), List.of());
  }

  private static Observed unseen(String reason) {
    return new Observed(List.of(), List.of(reason));
  }

  @Override
  public void close() {
    try {
      copies.drop();
    } catch (SQLException e) {
      // The server is gone, and the copies with it.
    }
    closeAll(sessions);
  }

  private static void closeAll(List<Connection> sessions) {
    for (Connection session : sessions) {
      try {
        session.close();
      } catch (SQLException e) {
        // It is closed already.
      }
    }
  }
}
