package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every provider of throwaway databases promises, for every product it has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShadowProviderContract {

  /** On a shared server. */
  private static final String NO_INSPECTOR = "role \"shadow_inspector\" does not exist";

  private @Nullable ShadowDatabase shared;

  /** Skips the test where the provider cannot work. */
  abstract void requireProvider();

  /** Provider, product and version. */
  abstract ShadowConfig config();

  /** How people are told about the database. */
  abstract String expectedDescription();

  abstract Sandbox expectedSandbox();

  /** What there is now of processes, containers, directories and databases of shadows. */
  abstract List<String> traces() throws Exception;

  /** True when states can be kept. */
  boolean keepsStates() {
    return true;
  }

  /** Regular expression of the database's name. */
  String expectedName() {
    return "shadow";
  }

  /** What of the contract's list of forbidden things does not hold with this provider. */
  List<String> alsoAllowed() {
    return List.of();
  }

  @BeforeAll
  void skipWhereThereIsNone() {
    requireProvider();
  }

  @AfterAll
  void closeShared() {
    if (shared != null) {
      shared.close();
    }
  }

  /** One database for the tests that leave none of its objects behind. */
  final ShadowDatabase shared() {
    if (shared == null) {
      shared = open();
    }
    return shared;
  }

  @Test
  void opens_an_empty_database_of_the_wanted_product_and_version() throws Exception {
    try (ShadowDatabase shadow = open();
        Connection connection = Connections.open(shadow.connection())) {
      assertThat(shadow.database()).isEqualTo(config().database());
      assertThat(text(connection, sql().release())).isEqualTo(config().effectiveVersion());
      assertThat(connection.getCatalog()).matches(expectedName());
      assertThat(text(connection, sql().objects())).isEqualTo("0");
    }
  }

  @Test
  void says_what_it_is() {
    assertThat(shared().description()).isEqualTo(expectedDescription());
    assertThat(shared().sandbox()).isEqualTo(expectedSandbox());
  }

  @Test
  void hands_out_an_owner_who_may_define_everything_in_the_database() throws Exception {
    try (Connection connection = Connections.open(shared().connection())) {
      execute(connection, sql().definitions());
    }
  }

  @Test
  void hands_out_an_owner_who_may_touch_nothing_outside_of_the_database() throws Exception {
    try (ShadowDatabase shadow = open();
        Connection connection = Connections.open(shadow.connection())) {
      execute(connection, sql().fill());
      for (String statement : sql().outside()) {
        if (!alsoAllowed().contains(statement)) {
          assertThatThrownBy(() -> execute(connection, List.of(statement)))
              .as(statement)
              .isInstanceOf(SQLException.class)
              .message()
              .containsPattern("denied|must be|disabled|Invalid role|" + NO_INSPECTOR);
        }
      }
    }
  }

  @Test
  void hands_out_an_inspection_that_sees_and_does_not_write() throws Exception {
    try (ShadowDatabase shadow = open();
        Connection owner = Connections.open(shadow.connection());
        Connection inspection = Connections.open(shadow.inspection())) {
      execute(owner, sql().fill());

      assertThat(text(inspection, sql().objects())).isNotEqualTo("0");
      for (String statement : sql().inspectorWrites()) {
        assertThatThrownBy(() -> execute(inspection, List.of(statement)))
            .as(statement)
            .isInstanceOf(SQLException.class)
            .message()
            .containsPattern("(?i)denied|read[- ]only");
      }
      assertThat(text(owner, "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void refuses_other_passwords() {
    for (ConnectionSpec own : List.of(shared().connection(), shared().inspection())) {
      var intruder =
          new ConnectionSpec(
              own.url(), own.user(), Optional.of(new Secret("guess")), own.properties());
      assertThatThrownBy(() -> Connections.open(intruder))
          .isInstanceOf(SchemaGitOpsException.class)
          .message()
          .containsPattern("refused|denied");
    }
  }

  @Test
  void keeps_two_databases_apart() throws Exception {
    try (Connection second = Connections.open(shared().connection())) {
      try (ShadowDatabase one = open();
          Connection first = Connections.open(one.connection())) {
        execute(first, sql().fill());
        assertThatThrownBy(() -> text(second, "SELECT count(*) FROM kept"))
            .isInstanceOf(SQLException.class);
      }
      assertThat(text(second, "SELECT 1")).as("after the other was closed").isEqualTo("1");
    }
  }

  @Test
  void keeps_a_state_and_begins_with_it_again(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("state");
    try (ShadowDatabase shadow = open()) {
      try (Connection owner = Connections.open(shadow.connection())) {
        execute(owner, sql().fill());
      }
      assertThat(shadow.save(file)).isEqualTo(keepsStates());
      assertThat(Files.exists(file)).isEqualTo(keepsStates());
      assertHoldsTheRow(shadow);
    }
    if (keepsStates()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      try (ShadowDatabase again = provider().open(config(), Optional.of(file), message -> {})) {
        assertHoldsTheRow(again);
        assertThat(again.description()).isEqualTo(expectedDescription());
      }
    }
  }

  private void assertHoldsTheRow(ShadowDatabase shadow) throws SQLException {
    try (Connection owner = Connections.open(shadow.connection());
        Connection inspection = Connections.open(shadow.inspection())) {
      assertThat(text(owner, "SELECT count(*) FROM kept")).isEqualTo("1");
      assertThat(text(inspection, sql().objects())).isNotEqualTo("0");
      execute(owner, List.of("INSERT INTO kept VALUES (2)", "DELETE FROM kept WHERE id = 2"));
    }
  }

  @Test
  void ends_whatever_runs_when_it_is_killed() throws Exception {
    try (ShadowDatabase shadow = open();
        Connection connection = Connections.open(shadow.connection());
        Connection watcher = Connections.open(shadow.connection())) {
      FutureTask<@Nullable String> running =
          new FutureTask<>(() -> text(connection, sql().sleep()));
      Thread thread = new Thread(running);
      thread.start();
      await(watcher);

      shadow.kill();

      assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(SQLException.class);
      assertThatThrownBy(() -> text(watcher, "SELECT 1")).isInstanceOf(SQLException.class);
    }
  }

  private void await(Connection watcher) throws Exception {
    for (int look = 0; look < 200; look++) {
      if ("1".equals(text(watcher, sql().sleeping()))) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the statement does not run");
  }

  @Test
  void leaves_nothing_behind_after_a_failed_statement() throws Exception {
    List<String> before = traces();
    List<String> during = new ArrayList<>();
    ShadowDatabase shadow = open();
    assertThatThrownBy(
            () -> {
              try (shadow;
                  Connection connection = Connections.open(shadow.connection())) {
                during.addAll(traces());
                execute(connection, List.of("CREATE TABLE t (id int)", "CREATE TABLE t (id int)"));
              }
            })
        .isInstanceOf(SQLException.class);
    assertThat(during).hasSizeGreaterThan(before.size());
    assertThat(traces()).isEqualTo(before);
    shadow.close();
  }

  final ContractSql sql() {
    return ContractSql.of(config().database());
  }

  final ShadowProvider provider() {
    return ShadowProviders.select(config());
  }

  final ShadowDatabase open() {
    return provider().open(config(), Optional.empty(), message -> {});
  }

  static void execute(Connection connection, List<String> statements) throws SQLException {
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
