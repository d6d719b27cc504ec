package io.github.schemagitops.dialect;

import java.util.List;
import java.util.Set;

/**
 * What to look at.
 *
 * @param schemas the schemas to read; empty means every schema that is not the server's own
 * @param toolTables names of tables that belong to tools (history table, run records): left out,
 *     with their columns, constraints, indexes and sequences, in every schema
 * @param privileges whether owners, privileges and default privileges are read too
 */
public record InspectionScope(List<String> schemas, Set<String> toolTables, boolean privileges) {

  public InspectionScope {
    schemas = List.copyOf(schemas);
    toolTables = Set.copyOf(toolTables);
  }

  /** Without owners and privileges. */
  public InspectionScope(List<String> schemas, Set<String> toolTables) {
    this(schemas, toolTables, false);
  }
}
