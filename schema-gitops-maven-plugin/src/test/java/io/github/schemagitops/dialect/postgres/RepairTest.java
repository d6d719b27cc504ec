package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.testing.SqlCase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script leads to, on a real server, is what it was written for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairTest {

  private static final String SECRET = "it has a secret, and secrets are not in snapshots";

  private static final String SERVER = "foreign server partner: " + SECRET;
  private static final String FOREIGN_TABLE = "foreign table shop.remote: " + SECRET;

  /** What no statement can take back. */
  private static final Map<String, List<String>> NOT_TO_BE_TAKEN_BACK =
      Map.of(
          "an extension is updated",
          List.of("extension citext: an extension cannot go back to an earlier version"),
          "a foreign server disappears, with its tables",
          List.of(SERVER, FOREIGN_TABLE),
          "a foreign server has another URL, but for the password",
          List.of(SERVER),
          "a foreign server loses an option",
          List.of(SERVER),
          "a foreign table disappears",
          List.of(FOREIGN_TABLE));

  /** What no statement can make. */
  private static final Map<String, List<String>> NOT_TO_BE_MADE =
      Map.of(
          "an index is invalid, as a failed CREATE INDEX CONCURRENTLY leaves it",
          List.of("index shop.orders_customer_idx: no statement makes an index that is invalid"),
          "a foreign server has another URL, but for the password",
          List.of(SERVER));

  private RepairProof everyKind;
  private RepairProof privileges;
  private RepairProof dependents;

  @BeforeAll
  void createBases() throws SQLException {
    everyKind = new RepairProof(false, statements("base.sql"));
    privileges = new RepairProof(true, withRoles());
    List<String> both = new ArrayList<>(statements("base.sql"));
    both.addAll(statements("repair-base.sql"));
    dependents = new RepairProof(false, both);
  }

  private static List<String> withRoles() {
    List<String> all = new ArrayList<>(statements("base.sql"));
    all.addAll(
        List.of(
            "drop role if exists drift_reader, drift_other, drift_owner",
            "create role drift_reader",
            "create role drift_other",
            "create role drift_owner",
            "grant usage on schema shop to drift_reader",
            "grant create on schema shop to drift_owner",
            "grant select on shop.customer to drift_reader",
            "grant insert (nick) on shop.customer to drift_reader",
            "revoke execute on function shop.touch() from public",
            "alter default privileges in schema shop grant select on tables to drift_reader"));
    return all;
  }

  private static List<String> statements(String resource) {
    return CatalogDatabase.cases(resource).stream().flatMap(c -> c.statements().stream()).toList();
  }

  @AfterAll
  void dropDatabases() throws SQLException {
    everyKind.close();
    privileges.close();
    dependents.close();
    try (CatalogDatabase empty = CatalogDatabase.empty()) {
      empty.execute("drop role drift_reader, drift_other, drift_owner");
    }
  }

  static List<SqlCase> mutations() {
    return CatalogDatabase.cases("mutations.sql");
  }

  static List<SqlCase> changesOfPrivileges() {
    return CatalogDatabase.cases("privileges.sql");
  }

  static List<SqlCase> changesWithDependents() {
    return CatalogDatabase.cases("repairs.sql");
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void everyChangeCanBeTakenBackAndMade(SqlCase mutation) throws SQLException {
    everyKind.proves(
        mutation,
        NOT_TO_BE_TAKEN_BACK.getOrDefault(mutation.title(), List.of()),
        NOT_TO_BE_MADE.getOrDefault(mutation.title(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("changesOfPrivileges")
  void soCanEveryChangeOfPrivileges(SqlCase mutation) throws SQLException {
    privileges.proves(mutation, List.of(), List.of());
  }

  /** Views, functions, policies and others are built on what changes. */
  @ParameterizedTest
  @MethodSource("changesWithDependents")
  void soCanWhatOthersAreBuiltOn(SqlCase mutation) throws SQLException {
    dependents.proves(mutation, List.of(), List.of());
  }
}
