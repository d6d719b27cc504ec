package io.github.schemagitops.dialect.postgres;

/** What happens on access to a table: triggers and row security policies. */
final class TriggerQueries {

  /**
   * Triggers that people wrote, with their firing state. A partition's copy of its parent's trigger
   * is read only when it fires differently; until PostgreSQL 14 it looks like one of the server's
   * own.
   */
  static final CatalogQuery TRIGGERS =
      CatalogQuery.sql(
          """
          select 'TRIGGER' as kind, t.tableoid as catalog, t.oid, 0 as attnum, t.tgrelid as parent,
            t.tgrelid::regclass::text || '.' || quote_ident(t.tgname) as name,
            concat_ws(' ',
              pg_get_triggerdef(t.oid),
              case t.tgenabled
                when 'D' then 'DISABLED' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS'
              end) as definition
          from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            left join pg_trigger origin on origin.oid = t.tgparentid
          where c.relnamespace = any({0})
            and (not t.tgisinternal or not origin.tgisinternal
                 or t.tgparentid <> 0 and t.tgconstraint = 0)
            and t.tgenabled is distinct from origin.tgenabled
          """);

  static final CatalogQuery POLICIES =
      CatalogQuery.sql(
          """
          select 'POLICY' as kind, p.tableoid as catalog, p.oid, 0 as attnum, p.polrelid as parent,
            p.polrelid::regclass::text || '.' || quote_ident(p.polname) as name,
            concat_ws(' ',
              case when p.polpermissive then 'AS PERMISSIVE' else 'AS RESTRICTIVE' end,
              'FOR ' || case p.polcmd
                when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'
                when 'd' then 'DELETE' else 'ALL' end,
              'TO ' || roles.list,
              'USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
              'WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') as definition
          from pg_policy p
            join pg_class c on c.oid = p.polrelid
            cross join lateral (
              select string_agg(role, ', ' order by role) as list
              from (select case r.oid when 0 then 'PUBLIC'
                             else quote_ident(pg_get_userbyid(r.oid)) end
                    from unnest(p.polroles) r (oid)) names (role)) roles
          where c.relnamespace = any({0})
          """);

  private TriggerQueries() {}
}
