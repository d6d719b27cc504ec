package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.TableSize;
import io.github.schemagitops.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's estimates are good for. Nothing here is analysed but what a test analyses. */
class SizeQueryTest {

  private static final String QUIET = " with (autovacuum_enabled = false)";
  private static final OptionalLong UNKNOWN = OptionalLong.empty();

  private final Dialect dialect = new PostgresDialect();
  private final TestDatabase database = new TestDatabase();

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void an_analysed_table_has_the_estimate_of_then() throws SQLException {
    database.execute(table("orders"), rows("orders", 50_000), "analyze orders");

    TableSize orders = size("public.orders");

    assertThat(orders.rows()).hasValue(50_000);
    assertThat(orders.bytes().orElseThrow())
        .isEqualTo(number("select pg_total_relation_size('orders')"));
  }

  @Test
  void a_table_that_has_grown_since_is_as_large_as_it_is_now() throws SQLException {
    database.execute(
        table("orders"), rows("orders", 20_000), "analyze orders", rows("orders", 180_000));

    assertThat(size("public.orders").rows().orElseThrow()).isBetween(195_000L, 205_000L);
  }

  @Test
  void a_table_that_was_filled_after_it_was_analysed_empty_is_not_taken_for_empty()
      throws SQLException {
    database.execute(table("orders"), "vacuum analyze orders", rows("orders", 200_000));

    assertThat(size("public.orders").rows()).isEqualTo(UNKNOWN);
  }

  @Test
  void pages_without_rows_say_nothing_about_what_came_later() throws SQLException {
    database.execute(
        table("orders"),
        rows("orders", 300),
        "delete from orders where c < 300",
        "analyze orders",
        "update orders set c = 300",
        "delete from orders",
        "analyze orders",
        rows("orders", 200_000));

    assertThat(size("public.orders").rows()).isEqualTo(UNKNOWN);
  }

  @Test
  void a_large_table_that_nobody_has_analysed_has_no_estimate() throws SQLException {
    database.execute(table("orders"), rows("orders", 20_000));

    assertThat(size("public.orders").rows()).isEqualTo(UNKNOWN);
    assertThat(size("public.orders").bytes()).isPresent();
  }

  /** Autovacuum never comes to a table with five rows. */
  @Test
  void one_that_is_small_on_disk_has_as_many_as_fit_at_most() throws SQLException {
    database.execute(table("colour"), rows("colour", 5), table("nothing"));

    assertThat(size("public.colour").rows()).hasValue(291);
    assertThat(size("public.nothing").rows()).hasValue(0);
  }

  @Test
  void no_more_rows_fit_than_it_is_said() throws SQLException {
    database.execute(
        "create table t ()" + QUIET, "insert into t select from generate_series(1, 3000)");

    long most = size("public.t").rows().orElseThrow();

    assertThat(most).isGreaterThanOrEqualTo(3000).isLessThan(10_000);
  }

  @Test
  void a_partitioned_table_is_the_sum_of_its_partitions() throws SQLException {
    database.execute(
        "create table event (c int) partition by range (c)",
        "create table event_1 partition of event for values from (0) to (1000001)" + QUIET,
        "create table event_2 partition of event for values from (1000001) to (9000000)"
            + " partition by range (c)",
        "create table event_2a partition of event_2 for values from (1000001) to (2000000)" + QUIET,
        "create table event_3 partition of event default" + QUIET,
        rows("event", 30_000),
        "insert into event select 1000001 + g from generate_series(1, 20000) g",
        "analyze event_1",
        "analyze event_2a");

    assertThat(size("public.event").rows()).hasValue(50_000);
    assertThat(size("public.event_2").rows()).hasValue(20_000);
    assertThat(size("public.event").bytes().orElseThrow())
        .isEqualTo(
            number(
                "select pg_total_relation_size('event_1') + pg_total_relation_size('event_2a')"
                    + " + pg_total_relation_size('event_3')"));
  }

  @Test
  void one_partition_without_an_estimate_leaves_the_whole_without() throws SQLException {
    database.execute(
        "create table event (c int) partition by range (c)",
        "create table event_1 partition of event default" + QUIET,
        rows("event", 20_000));

    assertThat(size("public.event").rows()).isEqualTo(UNKNOWN);
  }

  @Test
  void a_table_has_the_rows_of_those_that_inherit_from_it() throws SQLException {
    database.execute(
        table("parent"),
        "create table child () inherits (parent)" + QUIET,
        "create table grandchild () inherits (child, parent)" + QUIET,
        rows("parent", 1000),
        rows("grandchild", 2000),
        "analyze parent, grandchild");

    assertThat(size("public.parent").rows()).hasValue(3000);
    assertThat(size("public.child").rows()).hasValue(2000);
  }

  @Test
  void only_what_is_asked_for_is_there_and_named_as_sql_needs_it() throws SQLException {
    database.execute(
        table("flyway_schema_history"),
        table("\"Order\""),
        "create view v as select 1 as one",
        "create temp table t (c int)",
        "create materialized view m as select 1 as one",
        "create schema other",
        table("other.orders"),
        "create schema billing",
        table("billing.invoice"));

    assertThat(sizes("public", "billing", "gone"))
        .extracting(TableSize::name)
        .containsExactlyInAnyOrder("public.\"Order\"", "public.m", "billing.invoice");
  }

  @Test
  void a_login_that_may_only_connect_sees_everything() throws SQLException {
    database.execute(table("orders"), rows("orders", 50_000), "analyze orders");
    database.execute("create schema hidden", table("hidden.t"));
    database.administer("drop role if exists stats_nobody");
    database.administer("create role stats_nobody login password 'x'");
    ConnectionSpec nobody =
        new ConnectionSpec(
            database.spec().url(),
            Optional.of("stats_nobody"),
            Optional.of(new Secret("x")),
            Map.of());
    try (Connection connection = Connections.open(nobody)) {
      assertThat(read(connection, "public", "hidden"))
          .hasSize(2)
          .containsExactlyInAnyOrderElementsOf(sizes("public", "hidden"));
    } finally {
      database.administer("drop role stats_nobody");
    }
  }

  @Test
  void a_locked_table_is_not_waited_for() throws SQLException {
    database.execute(table("orders"));
    try (Connection migration = database.connect();
        Statement statement = migration.createStatement()) {
      migration.setAutoCommit(false);
      statement.execute("lock table orders in access exclusive mode");

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> sizes("public"))
          .matches(e -> dialect.isLockTimeout(e.getSQLState(), e.getErrorCode()));
      migration.rollback();
    }
  }

  private static String table(String name) {
    return "create table %s (c int)".formatted(name) + QUIET;
  }

  private static String rows(String table, int number) {
    return "insert into %s select g from generate_series(1, %d) g".formatted(table, number);
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(database.query(sql).get(0));
  }

  private TableSize size(String name) throws SQLException {
    return sizes("public").stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private List<TableSize> sizes(String... schemas) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setReadOnly(true);
      return read(connection, schemas);
    }
  }

  private List<TableSize> read(Connection connection, String... schemas) throws SQLException {
    var read =
        dialect.tableStatistics(connection, List.of(schemas), Set.of("flyway_schema_history"));
    assertThat(read.unseen()).isEmpty();
    return read.tables();
  }
}
