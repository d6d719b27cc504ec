package io.github.schemagitops.accuracy;

import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.SqlCase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that leaves a schema as it was.
 *
 * @param title what happens
 * @param run does it, and looks at what must be unchanged
 */
record History(String title, Step run) {

  /** What happens to a database that has the base schema and may be old. */
  @FunctionalInterface
  interface Step {
    List<SchemaSnapshot> on(Playground server, Copy veteran) throws SQLException;
  }

  /** All of a server, in an order in which they can happen to one database. */
  static List<History> of(TestedServer server, Playground playground) {
    Stream<History> statements = server.cases("unchanged").stream().map(History::of);
    Stream<History> programs =
        playground.hasPrograms()
            ? Stream.of(
                new History("the server is restarted", History::restarted),
                new History("a dump is restored into another database", History::restored))
            : Stream.of();
    return Stream.concat(statements, programs).toList();
  }

  /** Seen by the session that did it, whose settings may have changed, and by a new one. */
  private static History of(SqlCase sql) {
    return new History(
        sql.title(),
        (server, veteran) -> {
          try (Connection session = veteran.connect()) {
            Copy.execute(session, sql.statementsFor(veteran.name()));
            return List.of(veteran.inspect(session), veteran.inspect());
          }
        });
  }

  private static List<SchemaSnapshot> restarted(Playground server, Copy veteran)
      throws SQLException {
    server.restart();
    return List.of(veteran.inspect());
  }

  /** A dump of what was restored must be the same again: servers move casts in between. */
  private static List<SchemaSnapshot> restored(Playground server, Copy veteran)
      throws SQLException {
    try (Copy once = server.empty();
        Copy twice = server.empty()) {
      server.restore(veteran, once);
      server.restore(once, twice);
      return List.of(once.inspect(), twice.inspect());
    }
  }
}
