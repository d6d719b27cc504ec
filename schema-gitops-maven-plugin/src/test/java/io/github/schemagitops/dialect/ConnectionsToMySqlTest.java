package io.github.schemagitops.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsToMySqlTest {

  @Test
  void each_driver_is_told_its_time_limit_in_its_own_unit() throws SQLException {
    assertThat(properties("jdbc:postgresql://h/d")).containsEntry("connectTimeout", "10");
    assertThat(properties("jdbc:mariadb://h/d")).containsEntry("connectTimeout", "10000");
    assertThat(properties("jdbc:mysql://h/d")).containsEntry("connectTimeout", "10000");
  }

  @Test
  void our_driver_is_asked_to_take_mysqls_urls() throws SQLException {
    assertThat(JdbcDriver.of("jdbc:mysql://h/d").url())
        .isEqualTo("jdbc:mysql://h/d?permitMysqlScheme");
    assertThat(JdbcDriver.of("jdbc:mysql://h/d?a=b").url())
        .isEqualTo("jdbc:mysql://h/d?a=b&permitMysqlScheme");
    assertThat(JdbcDriver.of("jdbc:mariadb://h/d").url()).isEqualTo("jdbc:mariadb://h/d");
  }

  @Test
  void mysqls_urls_mean_encryption_unless_they_say_otherwise() throws SQLException {
    assertThat(properties("jdbc:mysql://h/d")).containsEntry("sslMode", "trust");
    assertThat(properties("jdbc:mysql://h/d?sslMode=verify-full")).doesNotContainKey("sslMode");
    assertThat(properties("jdbc:mysql://h/d?useSSL=false")).doesNotContainKey("sslMode");
    assertThat(properties("jdbc:mariadb://h/d")).doesNotContainKey("sslMode");
  }

  @Test
  void nobody_can_switch_local_files_on() throws SQLException {
    Properties properties =
        JdbcDriver.of("jdbc:mysql://h/d").properties(Map.of("allowLocalInfile", "true"));

    assertThat(properties).containsEntry("allowLocalInfile", "false");
  }

  @ParameterizedTest
  @EnumSource
  void a_file_of_this_machine_is_not_handed_out(MySqlServer server, @TempDir Path directory)
      throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "hunter2\n");
    try (MySqlDatabase database = server.newDatabase()) {
      database.execute("create table loot (line text)");
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(
                () ->
                    statement.execute(
                        "load data local infile '%s' into table loot".formatted(secret)));
      }
      assertThat(database.query("select count(*) from loot")).containsExactly("0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_wrong_password_is_said_to_be_one(MySqlServer server) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> Connections.open(server.login("", "root", "hunter2")))
        .withMessageStartingWith("the database refused user 'root' at ")
        .satisfies(e -> assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @EnumSource
  void a_missing_password_is_asked_for(MySqlServer server) {
    ConnectionSpec root = server.administrator("");
    ConnectionSpec without =
        new ConnectionSpec(root.url(), root.user(), Optional.empty(), Map.of());

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> Connections.open(without))
        .withMessageContaining("wants a password, and none is configured");
  }

  @ParameterizedTest
  @EnumSource
  void a_database_that_does_not_exist_is_said_not_to(MySqlServer server) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> Connections.open(server.administrator("shpo")))
        .withMessageMatching("the database named in jdbc:.*/shpo does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://127.0.0.1:1/d", "jdbc:mariadb://127.0.0.1:1/d"})
  void a_server_that_is_not_there_is_said_to_be_unreachable(String url) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(
            () ->
                Connections.open(
                    new ConnectionSpec(url, Optional.of("a"), Optional.empty(), Map.of())))
        .withMessageContaining("cannot be reached: ")
        .withMessageContaining("Connection refused");
  }

  @Test
  void a_password_that_the_driver_quotes_from_the_url_is_blotted_out() {
    ConnectionSpec spec =
        new ConnectionSpec(
            "jdbc:mariadb://ada:hunter2@127.0.0.1:1/d",
            Optional.empty(),
            Optional.of(new Secret("other")),
            Map.of());

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> Connections.open(spec))
        .satisfies(e -> assertThat(e.getMessage()).contains("***").doesNotContain("hunter2"));
  }

  @Test
  void the_number_of_the_connection_is_no_part_of_a_message() {
    ConnectionSpec spec =
        new ConnectionSpec("jdbc:mariadb://h/d", Optional.empty(), Optional.empty(), Map.of());

    assertThat(Redactor.of(spec).message(new SQLException("(conn=12) Table 'a.b' doesn't exist")))
        .isEqualTo("Table 'a.b' doesn't exist");
  }

  private static Properties properties(String url) throws SQLException {
    return JdbcDriver.of(url).properties(Map.of());
  }
}
