package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.DatabaseQuery.isRead;
import static io.github.schemagitops.dialect.postgres.DatabaseQuery.outside;

/** Publications of logical replication, with what they publish. */
final class PublicationQuery {

  /** The first version whose publications have lists of columns, conditions and schemas. */
  private static final int WITH_PARTS_OF_TABLES = 15;

  private static final String SCHEMAS =
      """
      select quote_ident(n.nspname) as name, n.oid as namespace
      from pg_publication_namespace m join pg_namespace n on n.oid = m.pnnspid
      where m.pnpubid = p.oid
      """;

  private static final String PARTS =
      """
      || coalesce(' (' || (
            select string_agg(quote_ident(a.attname), ', ' order by a.attname)
            from pg_attribute a where a.attrelid = m.prrelid and a.attnum = any(m.prattrs)) || ')', '')
        || coalesce(' WHERE (' || pg_get_expr(m.prqual, m.prrelid) || ')', '')
      """;

  static final DatabaseQuery PUBLICATIONS =
      (dsl, scope) ->
          DatabaseQuery.sql(
                  scope.major() < WITH_PARTS_OF_TABLES
                      ? sql("", "select null as name, 0::oid as namespace where false")
                      : sql(PARTS, SCHEMAS))
              .on(dsl, scope);

  private PublicationQuery() {}

  /**
   * The query. Options that not every version has are looked up by name in the row as JSON.
   *
   * @param parts expression to append to the name of a table
   * @param schemas query for the schemas that a publication has as a whole
   */
  private static String sql(String parts, String schemas) {
    return """
        select 'PUBLICATION' as kind, p.tableoid as catalog, p.oid, quote_ident(p.pubname) as name,
          concat_ws(' ',
            format('CREATE PUBLICATION %I', p.pubname),
            case when p.puballtables then 'FOR ALL TABLES' end,
            'FOR ' || nullif(concat_ws(', ', 'TABLE ' || tables.list,
              'TABLES IN SCHEMA ' || schemas.list), ''),
            'WITH (' || nullif(concat_ws(', ',
              case when not (p.pubinsert and p.pubupdate and p.pubdelete and p.pubtruncate) then
                format('publish = %L', concat_ws(', ',
                  case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
                  case when p.pubdelete then 'delete' end,
                  case when p.pubtruncate then 'truncate' end)) end,
              case when p.pubviaroot then 'publish_via_partition_root = true' end,
              case to_jsonb(p) ->> 'pubgencols' when 's' then 'publish_generated_columns = stored' end
            ), '') || ')') as definition,
        """
        + outside(
            "p.pubowner",
            "p.puballtables or tables.here or schemas.here"
                + " or tables.list is null and schemas.list is null")
        + """
          from pg_publication p
            cross join lateral (
              select string_agg('ONLY ' || m.prrelid::regclass
          """
        + parts
        + """
              , ', ' order by m.prrelid::regclass::text) as list,
                bool_or(%s) as here
              from pg_publication_rel m join pg_class c on c.oid = m.prrelid
              where m.prpubid = p.oid) tables
            cross join lateral (
              select string_agg(member.name, ', ' order by member.name) as list,
                bool_or(%s) as here
              from (%s) member) schemas
          """
            .formatted(isRead("c.relnamespace"), isRead("member.namespace"), schemas);
  }
}
