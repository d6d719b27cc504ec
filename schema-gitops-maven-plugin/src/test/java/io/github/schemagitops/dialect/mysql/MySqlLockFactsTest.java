package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.dialect.StatementTracer.Observed;
import io.github.schemagitops.dialect.mysql.TracedServer.Product;
import io.github.schemagitops.trace.TableEffect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tracer tells what servers do: each fact is observed on copies, and then compared with what
 * the statement did to InnoDB's tables.
 */
class MySqlLockFactsTest {

  static Stream<Arguments> facts() {
    return Stream.of(Product.values())
        .flatMap(product -> LockFacts.ALL.stream().map(fact -> Arguments.of(product, fact)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("facts")
  void the_tracer_tells_what_the_server_does(Product product, LockFact fact) throws SQLException {
    TracedServer server = TracedServer.of(product);
    server.reset(LockFacts.TABLES);

    try (StatementTracer tracer = MySqlTracer.open(server.owner(), server.inspection());
        Connection session = Connections.open(server.owner());
        Connection root = Connections.open(server.root());
        Statement statement = session.createStatement()) {
      tracer.migrationStarting();
      tracer.statementStarting(session, fact.sql());
      InnodbIds before = ids(root);
      statement.execute(fact.sql());
      Observed observed = tracer.statementFinished(session, List.of());

      assertThat(observed.unseen()).isEmpty();
      assertThat(observed.effects())
          .extracting(TableEffect::words)
          .containsExactlyElementsOf(fact.effects(product));
      if (!fact.expected(product).equals(LockFact.EXCLUSIVE)) {
        assertThat(ids(root).rewroteSince(before))
            .as("the statement itself wrote the table anew")
            .isEqualTo(fact.expected(product).contains("rewrite"));
      }
    }
    assertThat(server.query("SHOW DATABASES")).noneMatch(d -> d.startsWith("schema_gitops"));
  }

  private static InnodbIds ids(Connection root) throws SQLException {
    return InnodbIds.read(root, MySqlServer.ask(root), "shadow").orElseThrow();
  }
}
