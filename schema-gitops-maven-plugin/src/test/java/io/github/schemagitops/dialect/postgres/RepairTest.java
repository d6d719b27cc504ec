package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.testing.SqlCase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a script leads to, on a real server, is what it was written for. Changes of every kind are
 * repaired by the accuracy suite; here are those that others depend on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairTest {

  private RepairProof privileges;
  private RepairProof dependents;

  @BeforeAll
  void createBases() throws SQLException {
    privileges = new RepairProof(true, withRoles());
    List<String> both = new ArrayList<>(statements("base.sql"));
    both.addAll(statements("repair-base.sql"));
    dependents = new RepairProof(false, both);
  }

  private static List<String> withRoles() {
    List<String> all = new ArrayList<>(statements("base.sql"));
    all.addAll(DriftRoles.STATEMENTS);
    return all;
  }

  private static List<String> statements(String resource) {
    return CatalogDatabase.cases(resource).stream().flatMap(c -> c.statements().stream()).toList();
  }

  @AfterAll
  void dropDatabases() throws SQLException {
    privileges.close();
    dependents.close();
    DriftRoles.drop();
  }

  static List<SqlCase> changesOfPrivileges() {
    return CatalogDatabase.cases("privileges.sql");
  }

  static List<SqlCase> changesWithDependents() {
    return CatalogDatabase.cases("repairs.sql");
  }

  @ParameterizedTest
  @MethodSource("changesOfPrivileges")
  void everyChangeOfPrivilegesCanBeTakenBackAndMade(SqlCase mutation) throws SQLException {
    privileges.proves(mutation, List.of(), List.of());
  }

  /** Views, functions, policies and others are built on what changes. */
  @ParameterizedTest
  @MethodSource("changesWithDependents")
  void soCanWhatOthersAreBuiltOn(SqlCase mutation) throws SQLException {
    dependents.proves(mutation, List.of(), List.of());
  }
}
