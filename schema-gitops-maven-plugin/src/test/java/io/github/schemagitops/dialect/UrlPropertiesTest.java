package io.github.schemagitops.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import io.github.schemagitops.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we set holds, whatever the URL of an environment sets. */
class UrlPropertiesTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(7);

  @Test
  void what_is_asked_for_wins_over_the_url_and_lists_go_on() {
    UrlProperties call =
        UrlProperties.of(
            "jdbc:postgresql://h/d?ssl=true&options=-c%20a=1&applicationname=x",
            Map.of("options", "-c b=2", "ApplicationName", "ours"));

    assertThat(call.url()).isEqualTo("jdbc:postgresql://h/d?ssl=true");
    assertThat(call.properties())
        .isEqualTo(Map.of("options", "-c a=1 -c b=2", "ApplicationName", "ours"));
  }

  @Test
  void a_url_without_them_stays_as_it_is() {
    String url = "jdbc:mariadb://h/d?sslMode=trust&sessionVariables=a=1";

    assertThat(UrlProperties.of(url, Map.of()).url()).isEqualTo(url);
    assertThat(UrlProperties.of(url, Map.of("options", "x")).url()).isEqualTo(url);
    assertThat(UrlProperties.of(url, Map.of("sessionVariables", "b=2")))
        .isEqualTo(
            new UrlProperties(
                "jdbc:mariadb://h/d?sslMode=trust", Map.of("sessionVariables", "a=1,b=2")));
  }

  @Test
  void a_lock_timeout_holds_beside_options_in_a_postgresql_url() throws SQLException {
    try (TestDatabase database = new TestDatabase()) {
      String options = "options=-c%20lock_timeout=0%20-c%20search_path=app";

      try (Connection connection = open(database.spec(), options)) {
        assertThat(ask(connection, "show lock_timeout")).isEqualTo("7s");
        assertThat(ask(connection, "show search_path")).isEqualTo("app");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_lock_timeout_holds_beside_variables_in_a_mysql_url(MySqlServer server)
      throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        Connection connection =
            open(database.spec(), "sessionVariables=lock_wait_timeout=99,sort_buffer_size=65536")) {
      assertThat(ask(connection, "select @@lock_wait_timeout")).isEqualTo("7");
      assertThat(ask(connection, "select @@sort_buffer_size")).isEqualTo("65536");
    }
  }

  private static Connection open(ConnectionSpec spec, String query) {
    ConnectionSpec environment =
        new ConnectionSpec(
            spec.url() + (spec.url().contains("?") ? "&" : "?") + query,
            spec.user(),
            spec.password(),
            Map.of());
    Dialect dialect = Dialects.of(spec.url());
    return Connections.open(environment.with(dialect.migrationProperties("test", TIMEOUT)));
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
