package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.TableSize;
import io.github.schemagitops.dialect.TableStatistics;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What InnoDB's estimates are good for. They may be wrong by half. */
class MySqlSizeQueryTest {

  @ParameterizedTest
  @EnumSource
  void tables_have_estimates_that_are_not_of_yesterday(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      database.execute(
          "create table orders (id int auto_increment primary key, note varchar(50))",
          "create table `select` (id int)",
          "create table flyway_schema_history (id int)",
          "create view totals as select count(*) as n from orders");
      assertThat(size(database, "orders").rows().orElseThrow()).isZero();
      // MySQL keeps what it has just answered for a day.
      database.query("select table_rows from information_schema.tables where table_rows > 0");
      fill(database, "orders", 32_768);

      assertThat(size(database, "orders").rows().orElseThrow()).isBetween(16_000L, 65_000L);
      database.execute("analyze table orders");
      assertThat(size(database, "orders").bytes().orElseThrow()).isGreaterThan(1_000_000);
      assertThat(read(database).tables())
          .extracting(TableSize::name)
          .containsExactlyInAnyOrder("orders", "`select`");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_partitioned_table_is_one_with_the_rows_of_all(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      database.execute(
          "create table event (id int auto_increment primary key, note varchar(50))"
              + " partition by hash (id) partitions 4");
      fill(database, "event", 16_384);
      database.execute("analyze table event");

      assertThat(read(database).tables()).hasSize(1);
      assertThat(size(database, "event").rows().orElseThrow()).isBetween(8_000L, 33_000L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_table_of_another_database_is_named_with_it(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        MySqlDatabase other = server.newDatabase();
        Connection connection = database.connect()) {
      other.execute("create table invoice (id int)");

      assertThat(SizeQuery.read(connection, List.of(other.name()), Set.of()).tables())
          .extracting(TableSize::name)
          .containsExactly(other.name() + ".invoice");
      assertThat(SizeQuery.read(connection, List.of(), Set.of()).tables()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void select_on_the_database_shows_every_table_and_less_is_said(MySqlServer server)
      throws SQLException {
    String user = "stats_" + ProcessHandle.current().pid();
    try (MySqlDatabase database = server.newDatabase()) {
      database.execute("create table orders (id int)", "create table hidden (id int)");
      server.execute(
          "create user '%s'@'%%' identified by 'x'".formatted(user),
          "grant select on %s.orders to '%s'@'%%'".formatted(database.name(), user));
      try {
        TableStatistics some = readAs(server, database, user);
        assertThat(some.tables()).extracting(TableSize::name).containsExactly("orders");
        assertThat(some.unseen())
            .singleElement()
            .asString()
            .startsWith(
                "tables of database '%s' may be hidden from the login: it lacks SELECT (GRANT"
                    .formatted(database.name()));

        server.execute("grant select on %s.* to '%s'@'%%'".formatted(database.name(), user));
        TableStatistics all = readAs(server, database, user);
        assertThat(all.tables()).hasSize(2);
        assertThat(all.unseen()).isEmpty();
      } finally {
        server.execute("drop user '%s'@'%%'".formatted(user));
      }
    }
  }

  private static TableStatistics readAs(MySqlServer server, MySqlDatabase database, String user)
      throws SQLException {
    try (Connection connection = Connections.open(server.login(database.name(), user, "x"))) {
      return SizeQuery.read(connection, List.of(database.name()), Set.of());
    }
  }

  private static void fill(MySqlDatabase database, String table, int number) throws SQLException {
    database.execute("insert into %s (note) values (repeat('x', 50))".formatted(table));
    for (int rows = 1; rows < number; rows *= 2) {
      database.execute("insert into %1$s (note) select note from %1$s".formatted(table));
    }
  }

  private static TableSize size(MySqlDatabase database, String name) throws SQLException {
    return read(database).tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static TableStatistics read(MySqlDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setReadOnly(true);
      return new MySqlDialect()
          .tableStatistics(connection, List.of(database.name()), Set.of("flyway_schema_history"));
    }
  }
}
