package io.github.schemagitops.dialect.postgres;

import java.sql.SQLException;
import java.util.List;

/** Roles, which belong to the whole server, and what they may do in the base of the tests. */
final class DriftRoles {

  /** For a database that has the base. */
  static final List<String> STATEMENTS =
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
          "alter default privileges in schema shop grant select on tables to drift_reader");

  private DriftRoles() {}

  /** When no database is left in which they may do anything. */
  static void drop() throws SQLException {
    try (CatalogDatabase empty = CatalogDatabase.empty()) {
      empty.execute("drop role drift_reader, drift_other, drift_owner");
    }
  }
}
