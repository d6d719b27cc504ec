package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.InspectionScope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to look for in the catalogs of one server.
 *
 * @param schemas OIDs of the schemas to read
 * @param whole whether these are all that the database has
 * @param toolTables names of tables that belong to tools, in any of these schemas
 * @param expected definitions by title of what should be there
 * @param major major version of the server, which decides what catalogs there are
 */
record CatalogScope(
    List<Long> schemas,
    boolean whole,
    Set<String> toolTables,
    Map<String, String> expected,
    int major) {

  static CatalogScope of(List<Long> schemas, InspectionScope scope, int major) {
    return new CatalogScope(schemas, scope.whole(), scope.toolTables(), scope.expected(), major);
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
