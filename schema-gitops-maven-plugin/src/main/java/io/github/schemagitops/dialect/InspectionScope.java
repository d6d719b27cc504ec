package io.github.schemagitops.dialect;

import java.util.List;
import java.util.Set;

/**
 * What to look at.
 *
 * @param schemas the schemas to read; empty means every schema that is not the server's own
 * @param toolTables names of tables that belong to tools (history table, run records): left out,
 *     with their columns, constraints, indexes and sequences, in every schema
 */
public record InspectionScope(List<String> schemas, Set<String> toolTables) {

  public InspectionScope {
    schemas = List.copyOf(schemas);
    toolTables = Set.copyOf(toolTables);
  }
}
