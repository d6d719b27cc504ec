package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.InspectionScope;
import java.util.List;
import java.util.Set;

/**
 * What to look for in the catalogs of one server.
 *
 * @param schemas OIDs of the schemas to read
 * @param toolTables names of tables that belong to tools, in any of these schemas
 * @param expected titles of objects outside of schemas that are read in any case
 * @param major major version of the server, which decides what catalogs there are
 */
record CatalogScope(List<Long> schemas, Set<String> toolTables, Set<String> expected, int major) {

  static CatalogScope of(List<Long> schemas, InspectionScope scope, int major) {
    return new CatalogScope(schemas, scope.toolTables(), scope.expected(), major);
  }

  /** For {@code = any(…)} in plain SQL. */
  Long[] schemaArray() {
    return schemas.toArray(Long[]::new);
  }

  /** For {@code = any(…)} in plain SQL. */
  String[] toolTableArray() {
    return toolTables.toArray(String[]::new);
  }
}
