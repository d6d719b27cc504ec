package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.CatalogFunctions.catalog;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.quoteIdentifier;
import static org.jooq.impl.DSL.inline;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;

import io.github.schemagitops.dialect.InspectionScope;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Schemas: which ones to read, and the schemas as objects. */
final class SchemaQueries {

  static final CatalogQuery SCHEMAS =
      (dsl, scope) ->
          dsl.select(
                  inline("SCHEMA"),
                  catalog(PG_NAMESPACE),
                  PG_NAMESPACE.OID,
                  inline(0),
                  inline(0L),
                  quoteIdentifier(PG_NAMESPACE.NSPNAME),
                  inline("SCHEMA"))
              .from(PG_NAMESPACE)
              .where(PG_NAMESPACE.OID.in(scope.schemas()));

  private SchemaQueries() {}

  /**
   * OIDs by name of the schemas to read that exist. The server's own have reserved names, as those
   * of temporary tables.
   */
  static Map<String, Long> oids(DSLContext dsl, InspectionScope wanted) {
    Condition named =
        wanted.whole()
            ? PG_NAMESPACE
                .NSPNAME
                .ne("information_schema")
                .andNot(PG_NAMESPACE.NSPNAME.startsWith("pg_"))
            : PG_NAMESPACE.NSPNAME.in(wanted.schemas());
    return dsl.select(PG_NAMESPACE.NSPNAME, PG_NAMESPACE.OID)
        .from(PG_NAMESPACE)
        .where(named)
        .fetchMap(PG_NAMESPACE.NSPNAME, PG_NAMESPACE.OID);
  }
}
