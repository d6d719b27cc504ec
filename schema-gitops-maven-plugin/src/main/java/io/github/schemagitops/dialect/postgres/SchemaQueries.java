package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.CatalogFunctions.catalog;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.quoteIdentifier;
import static org.jooq.impl.DSL.inline;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;

import java.util.List;
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
   * OIDs of schemas by name.
   *
   * @param wanted names of schemas, of which some may not exist; empty for all but the server's
   *     own, whose names are reserved, and those of temporary tables
   */
  static Map<String, Long> oids(DSLContext dsl, List<String> wanted) {
    Condition named =
        wanted.isEmpty()
            ? PG_NAMESPACE
                .NSPNAME
                .ne("information_schema")
                .andNot(PG_NAMESPACE.NSPNAME.startsWith("pg_"))
            : PG_NAMESPACE.NSPNAME.in(wanted);
    return dsl.select(PG_NAMESPACE.NSPNAME, PG_NAMESPACE.OID)
        .from(PG_NAMESPACE)
        .where(named)
        .fetchMap(PG_NAMESPACE.NSPNAME, PG_NAMESPACE.OID);
  }
}
