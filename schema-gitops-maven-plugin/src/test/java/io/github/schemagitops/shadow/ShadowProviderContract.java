package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.testing.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every provider of throwaway PostgreSQL databases promises. */
abstract class ShadowProviderContract {

  static final int MAJOR = 17;

  /** Skips the test where the provider cannot work. */
  abstract void requireProvider();

  abstract ShadowConfig.Provider provider();

  /** How people are told about the database. */
  abstract String expectedDescription();

  /** What there is now of processes, containers and directories that shadows are made of. */
  abstract List<String> traces() throws Exception;

  @BeforeEach
  void skipWhereThereIsNone() {
    requireProvider();
  }

  @Test
  void opens_an_empty_database_of_the_wanted_version() throws Exception {
    try (ShadowDatabase shadow = open();
        Connection connection = Connections.open(shadow.connection())) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(MAJOR);
      assertThat(connection.getCatalog()).isEqualTo("shadow");
      assertThat(
              text(
                  connection,
                  "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
          .isEqualTo("0");
      assertThat(text(connection, "SHOW server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  void says_what_it_is() {
    try (ShadowDatabase shadow = open()) {
      assertThat(shadow.description()).isEqualTo(expectedDescription());
    }
  }

  @Test
  void hands_out_an_owner_who_may_define_everything_in_the_database() throws Exception {
    try (ShadowDatabase shadow = open();
        Connection connection = Connections.open(shadow.connection())) {
      execute(
          connection,
          "CREATE TABLE t (id bigint PRIMARY KEY)",
          "CREATE SCHEMA billing",
          "CREATE TABLE billing.t (id bigint)",
          "CREATE INDEX CONCURRENTLY t_id ON billing.t (id)",
          "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$",
          "COMMENT ON SCHEMA public IS 'mine'",
          "DROP SCHEMA public CASCADE");
    }
  }

  @Test
  void hands_out_an_owner_who_may_not_touch_the_machine() throws Exception {
    try (ShadowDatabase shadow = open();
        Connection connection = Connections.open(shadow.connection())) {
      assertThat(
              text(
                  connection,
                  "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication FROM pg_roles"
                      + " WHERE rolname = current_user"))
          .isEqualTo("f");
      for (String sql :
          List.of(
              "COPY (SELECT 1) TO PROGRAM 'cat'",
              "SELECT pg_read_file('/etc/hostname')",
              "CREATE ROLE other SUPERUSER",
              "SET ROLE postgres",
              "ALTER SYSTEM SET work_mem = '1GB'",
              "CREATE DATABASE other")) {
        assertThatThrownBy(() -> execute(connection, sql))
            .as(sql)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void refuses_other_passwords() {
    try (ShadowDatabase shadow = open()) {
      ConnectionSpec own = shadow.connection();
      for (String user : List.of("postgres", "shadow_owner")) {
        var intruder =
            new ConnectionSpec(
                own.url(), Optional.of(user), Optional.of(new Secret("guess")), own.properties());
        assertThatThrownBy(() -> Connections.open(intruder))
            .isInstanceOf(SchemaGitOpsException.class)
            .hasMessageContaining("refused");
      }
    }
  }

  @Test
  void keeps_two_databases_apart() throws Exception {
    try (ShadowDatabase two = open();
        Connection second = Connections.open(two.connection())) {
      try (ShadowDatabase one = open();
          Connection first = Connections.open(one.connection())) {
        execute(first, "CREATE TABLE only_here (id int)");
        assertThat(text(second, "SELECT to_regclass('only_here')")).isNull();
      }
      assertThat(text(second, "SELECT 1")).as("after the other was closed").isEqualTo("1");
    }
  }

  @Test
  void leaves_nothing_behind_after_a_failed_statement() throws Exception {
    List<String> before = traces();
    List<String> during = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              try (ShadowDatabase shadow = open();
                  Connection connection = Connections.open(shadow.connection())) {
                during.addAll(traces());
                execute(connection, "CREATE TABLE t (id int)", "CREATE TABLE t (id int)");
              }
            })
        .isInstanceOf(SQLException.class);
    assertThat(during).hasSizeGreaterThan(before.size());
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  void can_be_closed_twice() {
    ShadowDatabase shadow = open();
    shadow.close();
    shadow.close();
  }

  ShadowDatabase open() {
    return ShadowProviders.open(Databases.config(provider(), MAJOR), message -> {});
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static @Nullable String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
