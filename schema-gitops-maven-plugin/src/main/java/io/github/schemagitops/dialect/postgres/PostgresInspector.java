package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.SchemaInspector;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Reads schemas from the system catalogs: one transaction, one statement per family of objects,
 * however many objects there are. Needs no right but to connect, writes nothing, and waits for
 * nobody: a look that somebody's DDL disturbs is taken again.
 */
public final class PostgresInspector implements SchemaInspector {

  /** The first version whose catalogs have everything that the queries ask for. */
  private static final int OLDEST_MAJOR = 14;

  /** The newest version that the queries were tried on; a newer one may know more than they ask. */
  private static final int NEWEST_MAJOR = 18;

  private static final int MOST_LOOKS = 6;

  /** In this order because tables and views come before what belongs to them. */
  private static final List<CatalogQuery> QUERIES =
      List.of(
          SchemaQueries.SCHEMAS,
          TableQueries.TABLES,
          ForeignQueries.TABLES,
          ViewQueries.VIEWS,
          TableQueries.COLUMNS,
          KeyQueries.CONSTRAINTS,
          KeyQueries.INDEXES,
          KeyQueries.STATISTICS,
          SequenceQuery.SEQUENCES,
          BaseTypeQueries.COLLATIONS,
          TypeQueries.ENUMS,
          TypeQueries.DOMAINS,
          TypeQueries.COMPOSITE_TYPES,
          BaseTypeQueries.RANGE_TYPES,
          BaseTypeQueries.BASE_TYPES,
          RoutineQueries.FUNCTIONS_AND_PROCEDURES,
          RoutineQueries.AGGREGATES,
          OperatorQuery.OPERATORS,
          TriggerQueries.TRIGGERS,
          TriggerQueries.POLICIES,
          ViewQueries.RULES);

  private static final List<DatabaseQuery> DATABASE_QUERIES =
      List.of(
          ExtensionQuery.EXTENSIONS,
          ForeignQueries.SERVERS,
          DatabaseQueries.CASTS,
          DatabaseQueries.EVENT_TRIGGERS,
          PublicationQuery.PUBLICATIONS);

  private static final List<String> NOT_COVERED =
      List.of(
          "operator classes and families",
          "conversions",
          "text search configurations",
          "foreign-data wrappers and user mappings",
          "subscriptions",
          "languages and access methods",
          "large objects",
          "database and role settings, roles and their memberships",
          "security labels");

  private static final String PRIVILEGES =
      "owners and privileges (switched off; schema.drift.privileges=true compares them)";

  private static final String OTHER_PRIVILEGES =
      "privileges on databases, tablespaces, languages, foreign-data wrappers and parameters";

  /**
   * {@inheritDoc}
   *
   * @return a state that the schema was in, never a mixture of two
   * @throws SchemaGitOpsException with verdict {@code UNKNOWN} when the schema changed during every
   *     one of several looks, or when the role may not read the catalogs
   */
  @Override
  public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
    ServerFacts server = PostgresFacts.read(connection);
    if (server.major() < OLDEST_MAJOR) {
      throw SchemaGitOpsException.badInput(
          "%s is too old to be read".formatted(server.title()),
          "upgrade the server to PostgreSQL %d or later".formatted(OLDEST_MAJOR));
    }
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      try {
        Look look = look(connection, scope, server.major());
        Optional<String> version = look.version();
        if (version.isEmpty() || version.get().equals(version(connection, scope, server.major()))) {
          return snapshot(look, server, scope);
        }
      } catch (SQLTransientException e) {
        // An object went away while the server wrote it: the next look will not find it.
      }
    }
    throw new SchemaGitOpsException(
        new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
        "the schema of database '%s' changed while it was read, %d times in a row"
            .formatted(server.database(), MOST_LOOKS),
        "run again when no migration is running",
        Optional.empty(),
        null);
  }

  /** Writes all queries, for nobody. */
  static void warmUp() {
    InspectionScope nothing = new InspectionScope(List.of(), Set.of());
    CatalogScope scope = CatalogScope.of(List.of(0L), nothing, NEWEST_MAJOR);
    QUERIES.forEach(query -> query.on(Jooq.offline(), scope).getSQL());
  }

  private static Look look(Connection connection, InspectionScope scope, int major)
      throws SQLException {
    return CatalogTransaction.read(
        connection,
        dsl -> {
          TransactionCounter counter = TransactionCounter.atBegin(dsl);
          CatalogAccess.require(dsl);
          Map<String, Long> schemas = SchemaQueries.oids(dsl, scope);
          CatalogScope wanted = CatalogScope.of(List.copyOf(schemas.values()), scope, major);
          Inventory inventory = inventory(dsl, wanted, scope.privileges());
          Optional<String> version =
              counter.stoodStill(dsl)
                  ? Optional.empty()
                  : Optional.of(CatalogVersion.of(dsl, wanted));
          return new Look(schemas.keySet(), version, inventory);
        });
  }

  private static Inventory inventory(DSLContext dsl, CatalogScope scope, boolean privileges)
      throws SQLException {
    Inventory inventory = new Inventory(Annotations.ofExtensions(dsl));
    for (CatalogQuery query : QUERIES) {
      query.forEach(dsl, scope, inventory::add);
    }
    for (DatabaseQuery query : DATABASE_QUERIES) {
      for (DatabaseRow row : query.on(dsl, scope)) {
        inventory.add(row, scope.expected().keySet());
      }
    }
    Annotations.comments(dsl).forEach(inventory::comment);
    if (privileges) {
      OwnershipReader.read(dsl, scope, inventory);
    }
    return inventory;
  }

  private static String version(Connection connection, InspectionScope scope, int major)
      throws SQLException {
    return CatalogTransaction.read(
        connection,
        dsl -> {
          List<Long> schemas = List.copyOf(SchemaQueries.oids(dsl, scope).values());
          return CatalogVersion.of(dsl, CatalogScope.of(schemas, scope, major));
        });
  }

  private static SchemaSnapshot snapshot(Look look, ServerFacts server, InspectionScope scope) {
    Inventory inventory = look.inventory();
    List<String> notCovered = new ArrayList<>(NOT_COVERED);
    notCovered.add(0, scope.privileges() ? OTHER_PRIVILEGES : PRIVILEGES);
    return new SchemaSnapshot(
        server.major(),
        inventory.objects(),
        new Coverage(
            inventory.counts(scope.privileges()),
            inventory.leftOut(),
            notCovered,
            unseen(look, server, scope)));
  }

  /** Rights are no reason: without those on the catalogs there is no snapshot at all. */
  private static List<String> unseen(Look look, ServerFacts server, InspectionScope scope) {
    List<String> unseen = new ArrayList<>();
    if (server.major() > NEWEST_MAJOR) {
      unseen.add(
          "%s is newer than PostgreSQL %d, the newest version this tool knows"
              .formatted(server.title(), NEWEST_MAJOR));
    }
    for (String schema : scope.schemas()) {
      if (!look.schemas().contains(schema)) {
        unseen.add(
            "schema '%s' does not exist in database '%s'".formatted(schema, server.database()));
      }
    }
    return unseen;
  }

  /**
   * What one transaction saw.
   *
   * @param schemas names of the schemas that exist
   * @param version of the catalogs when it began; empty when nothing was changed until its end
   * @param inventory all objects
   */
  private record Look(Set<String> schemas, Optional<String> version, Inventory inventory) {}
}
