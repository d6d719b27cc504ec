package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.SchemaInspector;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * Reads schemas from the system catalogs: one transaction, one statement per family of objects,
 * however many objects there are. Needs no right but to connect.
 */
public final class PostgresInspector implements SchemaInspector {

  /** The first version whose catalogs have everything that the queries ask for. */
  static final int OLDEST_MAJOR = 14;

  /** The newest version that the queries were tried on; a newer one may know more than they ask. */
  static final int NEWEST_MAJOR = 18;

  static final String OF_EXTENSIONS = "owned by extensions";

  /** In this order because tables and views come before what belongs to them. */
  private static final List<CatalogQuery> QUERIES =
      List.of(
          SchemaQueries.SCHEMAS,
          TableQueries.TABLES,
          ViewQueries.VIEWS,
          TableQueries.COLUMNS,
          KeyQueries.CONSTRAINTS,
          KeyQueries.INDEXES,
          KeyQueries.STATISTICS,
          SequenceQuery.SEQUENCES,
          TypeQueries.ENUMS,
          TypeQueries.DOMAINS,
          TypeQueries.COMPOSITE_TYPES,
          RoutineQueries.FUNCTIONS_AND_PROCEDURES,
          RoutineQueries.AGGREGATES,
          TriggerQueries.TRIGGERS,
          TriggerQueries.POLICIES,
          ViewQueries.RULES);

  private static final List<String> NOT_COVERED =
      List.of(
          "owners and privileges",
          "extensions",
          "foreign tables and foreign servers",
          "range and base types",
          "operators and operator classes",
          "casts",
          "collations and conversions",
          "text search configurations",
          "event triggers",
          "publications and subscriptions",
          "languages and access methods",
          "database and role settings",
          "security labels");

  @Override
  public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
    ServerFacts server = PostgresFacts.read(connection);
    if (server.major() < OLDEST_MAJOR) {
      throw SchemaGitOpsException.badInput(
          "%s is too old to be read".formatted(server.title()),
          "upgrade the server to PostgreSQL %d or later".formatted(OLDEST_MAJOR));
    }
    return CatalogTransaction.read(connection, dsl -> look(dsl, server, scope));
  }

  private static SchemaSnapshot look(DSLContext dsl, ServerFacts server, InspectionScope scope) {
    Map<String, Long> schemas = SchemaQueries.oids(dsl, scope.schemas());
    List<Long> oids = List.copyOf(schemas.values());
    Inventory inventory = new Inventory(Annotations.ofExtensions(dsl));
    for (CatalogQuery query : QUERIES) {
      query.on(dsl, oids, scope).fetch(Records.mapping(CatalogRow::new)).forEach(inventory::add);
    }
    Annotations.comments(dsl).forEach(inventory::comment);
    Coverage coverage =
        new Coverage(
            inventory.counts(),
            new TreeMap<>(Map.of(OF_EXTENSIONS, inventory.leftOut())),
            NOT_COVERED,
            unseen(server, scope, schemas.keySet()));
    return new SchemaSnapshot(server.major(), inventory.objects(), coverage);
  }

  /** The catalogs hide nothing from a role without rights, so rights are no reason. */
  private static List<String> unseen(
      ServerFacts server, InspectionScope scope, Set<String> existing) {
    List<String> unseen = new ArrayList<>();
    if (server.major() > NEWEST_MAJOR) {
      unseen.add(
          "%s is newer than PostgreSQL %d, the newest version this tool knows"
              .formatted(server.title(), NEWEST_MAJOR));
    }
    for (String schema : scope.schemas()) {
      if (!existing.contains(schema)) {
        unseen.add(
            "schema '%s' does not exist in database '%s'".formatted(schema, server.database()));
      }
    }
    return unseen;
  }
}
