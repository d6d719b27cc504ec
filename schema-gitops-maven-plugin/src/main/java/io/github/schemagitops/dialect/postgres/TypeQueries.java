package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.CatalogFunctions.catalog;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.quoteLiteral;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.typeName;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_ENUM;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_TYPE;

/** Enums, domains and composite types. */
final class TypeQueries {

  /** Enums with their values in order. */
  static final CatalogQuery ENUMS =
      (dsl, scope) ->
          dsl.select(
                  inline("ENUM"),
                  catalog(PG_TYPE),
                  PG_TYPE.OID,
                  inline(0),
                  inline(0L),
                  typeName(PG_TYPE.OID),
                  concat(
                      inline("ENUM ("),
                      coalesce(
                          listAgg(quoteLiteral(PG_ENUM.ENUMLABEL), ", ")
                              .withinGroupOrderBy(PG_ENUM.ENUMSORTORDER),
                          inline("")),
                      inline(")")))
              .from(PG_TYPE)
              .leftJoin(PG_ENUM)
              .on(PG_ENUM.ENUMTYPID.eq(PG_TYPE.OID))
              .where(PG_TYPE.TYPTYPE.eq(inline("e")))
              .and(PG_TYPE.TYPNAMESPACE.in(scope.schemas()))
              .groupBy(catalog(PG_TYPE), PG_TYPE.OID);

  /** Domains with their constraints, which have no other home. */
  static final CatalogQuery DOMAINS =
      CatalogQuery.sql(
          """
          select 'DOMAIN' as kind, t.tableoid as catalog, t.oid, 0 as attnum, 0 as parent,
            t.oid::regtype::text as name,
            concat_ws(' ',
              format_type(t.typbasetype, t.typtypmod),
              'COLLATE ' || nullif(t.typcollation, base.typcollation)::regcollation,
              case when t.typnotnull then 'NOT NULL' end,
              'DEFAULT ' || pg_get_expr(t.typdefaultbin, 0),
              checks.list) as definition
          from pg_type t
            join pg_type base on base.oid = t.typbasetype
            cross join lateral (
              select string_agg(
                'CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid),
                ' ' order by conname) as list
              from pg_constraint where contypid = t.oid and contype = 'c') checks
          where t.typtype = 'd' and t.typnamespace = any({0})
          """);

  /**
   * Composite types; here the order of the attributes counts, because row values are positional.
   */
  static final CatalogQuery COMPOSITE_TYPES =
      CatalogQuery.sql(
          """
          select 'COMPOSITE_TYPE' as kind, t.tableoid as catalog, t.oid, 0 as attnum, 0 as parent,
            t.oid::regtype::text as name,
            '(' || coalesce(attributes.list, '') || ')' as definition
          from pg_type t
            join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
            cross join lateral (
              select string_agg(
                concat_ws(' ',
                  quote_ident(a.attname),
                  format_type(a.atttypid, a.atttypmod),
                  'COLLATE ' || nullif(a.attcollation, type.typcollation)::regcollation),
                ', ' order by a.attnum) as list
              from pg_attribute a join pg_type type on type.oid = a.atttypid
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) attributes
          where t.typnamespace = any({0})
          """);

  private TypeQueries() {}
}
