package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MySqlSessionLockTest {

  private static final String KEY = "deploy of a table with a name that is rather long: ".repeat(3);

  private final MySqlSessionLock lock = new MySqlSessionLock();

  @ParameterizedTest
  @EnumSource
  void one_session_has_it_until_it_gives_it_back(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        Connection one = database.connect();
        Connection two = database.connect()) {
      assertThat(lock.holder(two, KEY)).isEmpty();
      assertThat(lock.tryAcquire(one, KEY)).isTrue();

      assertThat(lock.tryAcquire(two, KEY)).isFalse();
      assertThat(lock.isHeld(one, KEY)).isTrue();
      assertThat(lock.isHeld(two, KEY)).isFalse();
      assertThat(lock.holder(two, KEY))
          .hasValueSatisfying(
              who -> assertThat(who).matches("a session \\(id \\d+, user root from .+\\)"));

      lock.release(one, KEY);
      assertThat(lock.isHeld(one, KEY)).isFalse();
      assertThat(lock.tryAcquire(two, KEY)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_is_free_when_its_session_ends(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        Connection two = database.connect()) {
      try (Connection one = database.connect()) {
        assertThat(lock.tryAcquire(one, KEY)).isTrue();
        assertThat(lock.tryAcquire(two, "another")).isTrue();
      }
      while (lock.holder(two, KEY).isPresent()) {
        Thread.onSpinWait();
      }
      assertThat(lock.tryAcquire(two, KEY)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_database_of_a_server_has_its_own(MySqlServer server) throws SQLException {
    try (MySqlDatabase here = server.newDatabase();
        MySqlDatabase there = server.newDatabase();
        Connection one = here.connect();
        Connection two = there.connect()) {
      assertThat(lock.tryAcquire(one, KEY)).isTrue();
      assertThat(lock.tryAcquire(two, KEY)).isTrue();
    }
  }
}
