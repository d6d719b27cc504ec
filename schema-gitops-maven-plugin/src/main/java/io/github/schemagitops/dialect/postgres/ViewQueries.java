package io.github.schemagitops.dialect.postgres;

/** Views, materialized views and rewrite rules. */
final class ViewQueries {

  /** Whether a materialized view is populated is data, as are the rows it holds. */
  static final CatalogQuery VIEWS =
      CatalogQuery.sql(
          """
          select case c.relkind when 'v' then 'VIEW' else 'MATERIALIZED_VIEW' end as kind,
            c.tableoid as catalog, c.oid, 0 as attnum, 0 as parent, c.oid::regclass::text as name,
            concat_ws(' ',
              'USING ' || quote_ident(nullif(method.amname, 'heap')),
              'WITH (' || options.list || ')',
              'TABLESPACE ' || quote_ident(space.spcname),
              'AS' || chr(10) || pg_get_viewdef(c.oid)) as definition
          from pg_class c
            left join pg_am method on method.oid = c.relam
            left join pg_tablespace space on space.oid = c.reltablespace
            cross join lateral (
              select string_agg(option, ', ' order by option) as list
              from unnest(c.reloptions) o (option)) options
          where c.relkind in ('v', 'm') and c.relnamespace = any({0})
          """);

  /** The rules that people wrote; a view's own rule is the view. */
  static final CatalogQuery RULES =
      CatalogQuery.sql(
          """
          select 'RULE' as kind, r.tableoid as catalog, r.oid, 0 as attnum, r.ev_class as parent,
            r.ev_class::regclass::text || '.' || quote_ident(r.rulename) as name,
            concat_ws(' ',
              pg_get_ruledef(r.oid),
              case r.ev_enabled
                when 'D' then 'DISABLED' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS'
              end) as definition
          from pg_rewrite r join pg_class c on c.oid = r.ev_class
          where r.rulename <> '_RETURN' and c.relnamespace = any({0})
          """);

  private ViewQueries() {}
}
