package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.dialect.StatementTracer.Observed;
import io.github.schemagitops.testing.PostgresServers;
import io.github.schemagitops.trace.TableEffect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fact about locks, scans and rewrites, seen by the tracer on real servers. */
class PostgresLockFactsTest {

  private static final PostgresServers SERVERS = new PostgresServers();

  @AfterAll
  static void close() {
    SERVERS.close();
  }

  static Stream<Arguments> facts() {
    return Stream.of(15, 17, 18)
        .flatMap(major -> LockFact.all().stream().map(fact -> Arguments.of(major, fact)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("facts")
  void is_seen(int major, LockFact fact) throws SQLException {
    ConnectionSpec owner = SERVERS.owner(major);
    try (Connection session = Connections.open(owner);
        StatementTracer tracer = new PostgresDialect().tracer(owner, owner)) {
      prepare(session, fact, major);

      tracer.migrationStarting();
      boolean alone = fact.one("alone", major).isPresent();
      session.setAutoCommit(alone);
      for (String sql : fact.all("before", major)) {
        trace(tracer, session, sql);
      }
      String sql = fact.one(alone ? "alone" : "run", major).orElseThrow();
      Optional<String> state = fact.one("fails", major);
      if (state.isPresent()) {
        assertThat(failure(tracer, session, sql)).isEqualTo(state.get());
        return;
      }
      Observed seen = trace(tracer, session, sql);

      assertThat(seen.effects())
          .extracting(TableEffect::words)
          .containsExactlyElementsOf(fact.all("sees", major));
      assertThat(seen.unseen()).isEmpty();
      fact.one("says", major)
          .ifPresent(
              text ->
                  assertThat(seen.effects())
                      .extracting(TableEffect::detail)
                      .anyMatch(detail -> detail.contains(text)));
    }
  }

  private static void prepare(Connection session, LockFact fact, int major) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS other, public CASCADE");
      statement.execute("CREATE SCHEMA public");
      for (String sql : fact.all("setup", major)) {
        statement.execute(sql);
      }
    }
  }

  private static String failure(StatementTracer tracer, Connection session, String sql) {
    try {
      trace(tracer, session, sql);
      return "none";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  private static Observed trace(StatementTracer tracer, Connection session, String sql)
      throws SQLException {
    List<String> messages = new ArrayList<>();
    tracer.statementStarting(session, sql);
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        messages.add(w.getMessage());
      }
    }
    return tracer.statementFinished(session, messages);
  }
}
