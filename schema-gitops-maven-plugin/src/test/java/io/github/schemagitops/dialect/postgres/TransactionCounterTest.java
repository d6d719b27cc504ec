package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether anything was changed while a transaction looked on. */
class TransactionCounterTest {

  /** The server's own housekeeping may come in between, but not every time. */
  @Test
  void a_quiet_server_is_seen_to_be_quiet() throws SQLException {
    try (CatalogDatabase database = CatalogDatabase.empty();
        Connection connection = database.connect()) {
      assertThat(IntStream.range(0, 50).anyMatch(i -> stoodStill(connection, () -> {}))).isTrue();
    }
  }

  @Test
  void a_change_in_between_is_seen_though_the_transaction_does_not_see_it() throws SQLException {
    try (CatalogDatabase database = CatalogDatabase.empty();
        Connection connection = database.connect()) {
      boolean still =
          stoodStill(connection, () -> database.execute(List.of("create table t (id int)")));

      assertThat(still).isFalse();
    }
  }

  @Test
  void a_change_under_way_counts_as_one() throws SQLException {
    try (CatalogDatabase database = CatalogDatabase.empty();
        Connection connection = database.connect();
        Connection other = database.connect();
        Statement change = other.createStatement()) {
      other.setAutoCommit(false);
      change.execute("create table t (id int)");

      assertThat(stoodStill(connection, other::commit)).isFalse();
    }
  }

  private interface Work {
    void run() throws SQLException;
  }

  private static boolean stoodStill(Connection connection, Work between) {
    try {
      return CatalogTransaction.read(
          connection,
          dsl -> {
            TransactionCounter counter = TransactionCounter.atBegin(dsl);
            between.run();
            return counter.stoodStill(dsl);
          });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
