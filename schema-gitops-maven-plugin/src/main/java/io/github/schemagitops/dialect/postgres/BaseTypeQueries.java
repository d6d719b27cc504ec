package io.github.schemagitops.dialect.postgres;

/** Types that say how values are stored and ordered: range and base types, and collations. */
final class BaseTypeQueries {

  /** Range types; the multirange type that comes with one is a part of it. */
  static final CatalogQuery RANGE_TYPES =
      CatalogQuery.sql(
          """
          select 'RANGE_TYPE' as kind, t.tableoid as catalog, t.oid, 0 as attnum, 0 as parent,
            t.oid::regtype::text as name,
            format('CREATE TYPE %s AS RANGE (', t.oid::regtype) || concat_ws(', ',
              'SUBTYPE = ' || r.rngsubtype::regtype,
              'SUBTYPE_OPCLASS = ' || case when not class.opcdefault then
                format('%I.%I', space.nspname, class.opcname) end,
              'COLLATION = ' || nullif(r.rngcollation, subtype.typcollation)::regcollation,
              'CANONICAL = ' || nullif(r.rngcanonical::oid, 0)::regproc,
              'SUBTYPE_DIFF = ' || nullif(r.rngsubdiff::oid, 0)::regproc,
              'MULTIRANGE_TYPE_NAME = ' || r.rngmultitypid::regtype) || ')' as definition
          from pg_range r
            join pg_type t on t.oid = r.rngtypid
            join pg_type subtype on subtype.oid = r.rngsubtype
            join pg_opclass class on class.oid = r.rngsubopc
            join pg_namespace space on space.oid = class.opcnamespace
          where t.typnamespace = any({0})
          """);

  /**
   * Base types, and shell types, of which there is only the name yet. Array types come with their
   * element type. The words are those of {@code CREATE TYPE}.
   */
  static final CatalogQuery BASE_TYPES =
      CatalogQuery.sql(
          """
          select 'BASE_TYPE' as kind, t.tableoid as catalog, t.oid, 0 as attnum, 0 as parent,
            t.oid::regtype::text as name,
            format('CREATE TYPE %s', t.oid::regtype) || coalesce(' (' || case when t.typisdefined then
              concat_ws(', ',
              'INPUT = ' || t.typinput,
              'OUTPUT = ' || t.typoutput,
              'RECEIVE = ' || nullif(t.typreceive::oid, 0)::regproc,
              'SEND = ' || nullif(t.typsend::oid, 0)::regproc,
              'TYPMOD_IN = ' || nullif(t.typmodin::oid, 0)::regproc,
              'TYPMOD_OUT = ' || nullif(t.typmodout::oid, 0)::regproc,
              'ANALYZE = ' || nullif(t.typanalyze::oid, 0)::regproc,
              'SUBSCRIPT = ' || nullif(t.typsubscript::oid, 0)::regproc,
              'INTERNALLENGTH = ' || case t.typlen when -1 then 'VARIABLE' else t.typlen::text end,
              case when t.typbyval then 'PASSEDBYVALUE' end,
              'ALIGNMENT = ' || case t.typalign
                when 'c' then 'char' when 's' then 'int2' when 'i' then 'int4' else 'double' end,
              'STORAGE = ' || case t.typstorage
                when 'p' then 'plain' when 'e' then 'external'
                when 'm' then 'main' else 'extended' end,
              'CATEGORY = ' || quote_literal(t.typcategory::text),
              case when t.typispreferred then 'PREFERRED = true' end,
              'DEFAULT = ' || quote_literal(t.typdefault),
              'ELEMENT = ' || nullif(t.typelem, 0)::regtype,
              'DELIMITER = ' || quote_literal(t.typdelim::text),
              case when t.typcollation <> 0 then 'COLLATABLE = true' end) end || ')', '')
              as definition
          from pg_type t
          where (t.typtype = 'b' or t.typtype = 'p' and not t.typisdefined)
            and t.typnamespace = any({0})
            and not exists (select from pg_type element where element.typarray = t.oid)
          """);

  /**
   * Collations. What the columns are called depends on the server's version, so they are looked up
   * by name in the row as JSON. The version of the library that a collation was made with is the
   * machine's, not the schema's.
   */
  static final CatalogQuery COLLATIONS =
      CatalogQuery.sql(
          """
          select 'COLLATION' as kind, c.tableoid as catalog, c.oid, 0 as attnum, 0 as parent,
            c.oid::regcollation::text as name,
            format('CREATE COLLATION %s (', c.oid::regcollation) || concat_ws(', ',
              'PROVIDER = ' || case c.collprovider
                when 'i' then 'icu' when 'b' then 'builtin' when 'c' then 'libc' else 'default' end,
              'LOCALE = ' || quote_literal(locale.of_all),
              case when locale.of_all is null then
                concat_ws(', ', 'LC_COLLATE = ' || quote_literal(c.collcollate),
                  'LC_CTYPE = ' || quote_literal(c.collctype)) end,
              case when not c.collisdeterministic then 'DETERMINISTIC = false' end,
              'RULES = ' || quote_literal(col ->> 'collicurules')) || ')' as definition
          from pg_collation c
            cross join to_jsonb(c) col
            cross join lateral (
              select coalesce(col ->> 'colllocale', col ->> 'colliculocale',
                case when c.collcollate = c.collctype then c.collcollate end) as of_all) locale
          where c.collnamespace = any({0})
          """);

  private BaseTypeQueries() {}
}
