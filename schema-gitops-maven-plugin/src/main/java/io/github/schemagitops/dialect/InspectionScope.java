package io.github.schemagitops.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to look at.
 *
 * @param whole whether every schema is read that is not the server's own; on MySQL and MariaDB the
 *     connected database
 * @param schemas the schemas to read otherwise; none when all of them are gone
 * @param toolTables names of tables that belong to tools (history table, run records): left out,
 *     with their columns, constraints, indexes and sequences, in every schema
 * @param privileges whether owners, privileges and default privileges are read too
 * @param expected definitions by title of what the database should have, as far as that is known.
 *     Objects that belong to the database as a whole (extensions, casts, publications and their
 *     like) are read in any case when they are among them; others of that sort are left out when
 *     they serve only schemas that are not read, or are the provider's of the server
 */
public record InspectionScope(
    boolean whole,
    List<String> schemas,
    Set<String> toolTables,
    boolean privileges,
    Map<String, String> expected) {

  public InspectionScope {
    schemas = List.copyOf(schemas);
    toolTables = Set.copyOf(toolTables);
    expected = Map.copyOf(expected);
  }

  /**
   * Without knowing what should be there.
   *
   * @param schemas empty for every schema
   */
  public InspectionScope(List<String> schemas, Set<String> toolTables, boolean privileges) {
    this(schemas.isEmpty(), schemas, toolTables, privileges, Map.of());
  }

  /** Without owners and privileges. */
  public InspectionScope(List<String> schemas, Set<String> toolTables) {
    this(schemas, toolTables, false);
  }
}
