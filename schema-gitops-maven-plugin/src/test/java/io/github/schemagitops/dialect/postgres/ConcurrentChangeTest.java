package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes the schema while it is read. */
class ConcurrentChangeTest {

  private static final int LOOKS = Integer.getInteger("chaos.looks", 4);

  /** A change that touches what the server renders from a snapshot and what it does not. */
  private static final String THERE =
      """
      begin;
      alter table shop.orders rename column total to amount;
      drop function shop.tax(numeric, numeric);
      drop view shop.gone_items;
      drop index shop.orders_day_idx;
      commit
      """;

  private static final String BACK =
      """
      begin;
      alter table shop.orders rename column amount to total;
      create function shop.tax(amount numeric, rate numeric) returns numeric language sql immutable as $$ select amount * rate $$;
      create view shop.gone_items as select * from shop.item where status in ('gone', 'packed');
      create index orders_day_idx on shop.orders ((placed_at at time zone 'UTC'));
      commit
      """;

  @ParameterizedTest
  @ValueSource(longs = {1, 50, 300})
  void aLookIsOneOfTheStatesOrSaysThatItIsNotSure(long pauseMillis) throws Exception {
    try (CatalogDatabase database = CatalogDatabase.with("base.sql")) {
      Set<List<SchemaObject>> states = bothStatesOf(database);
      AtomicBoolean enough = new AtomicBoolean();
      ExecutorService thread = Executors.newSingleThreadExecutor();
      Future<?> changes = thread.submit(() -> changeUntil(enough, database, pauseMillis));
      try (Connection connection = database.connect()) {
        for (int look = 0; look < LOOKS; look++) {
          assertThat(look(connection))
              .matches(seen -> seen.isEmpty() || states.contains(seen.get()));
        }
      } finally {
        enough.set(true);
        changes.get(10, TimeUnit.SECONDS);
        thread.shutdown();
      }
    }
  }

  @Test
  void aLookWaitsOnlyAWhileForSomebodyElsesLock() throws SQLException {
    try (CatalogDatabase database = CatalogDatabase.with("base.sql");
        Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("begin");
      statement.execute("lock table shop.item in access exclusive mode");

      assertThat(catchThrowable(database::inspect))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("lock timeout");
    }
  }

  /** What was seen, empty when it was never quiet enough. */
  private static Optional<List<SchemaObject>> look(Connection connection) throws SQLException {
    try {
      return Optional.of(
          new PostgresInspector().inspect(connection, CatalogDatabase.EVERYTHING).objects());
    } catch (SchemaGitOpsException e) {
      assertThat(e.outcome().verdict()).isEqualTo(Verdict.UNKNOWN);
      return Optional.empty();
    }
  }

  private static Set<List<SchemaObject>> bothStatesOf(CatalogDatabase database)
      throws SQLException {
    List<SchemaObject> here = database.inspect().objects();
    database.execute(THERE);
    List<SchemaObject> there = database.inspect().objects();
    database.execute(BACK);
    return Set.of(here, there);
  }

  private static Void changeUntil(AtomicBoolean enough, CatalogDatabase database, long pauseMillis)
      throws SQLException, InterruptedException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      while (!enough.get()) {
        statement.execute(THERE);
        Thread.sleep(pauseMillis);
        statement.execute(BACK);
        Thread.sleep(pauseMillis);
      }
    }
    return null;
  }
}
