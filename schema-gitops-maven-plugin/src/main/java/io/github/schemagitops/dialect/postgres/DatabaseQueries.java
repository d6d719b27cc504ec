package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.DatabaseQuery.isRead;
import static io.github.schemagitops.dialect.postgres.DatabaseQuery.outside;

/** Casts and event triggers. */
final class DatabaseQueries {

  /**
   * Casts that people made: the server's own have lower OIDs than anything made later, and those of
   * a range type to its multirange type are a part of the type.
   */
  static final DatabaseQuery CASTS =
      DatabaseQuery.sql(
          """
          select 'CAST' as kind, c.tableoid as catalog, c.oid,
            format('(%s AS %s)', c.castsource::regtype, c.casttarget::regtype) as name,
            format('CREATE CAST (%s AS %s) ', c.castsource::regtype, c.casttarget::regtype)
              || case c.castmethod
                   when 'f' then 'WITH FUNCTION ' || c.castfunc::regprocedure
                   when 'i' then 'WITH INOUT'
                   else 'WITHOUT FUNCTION' end
              || case c.castcontext
                   when 'a' then ' AS ASSIGNMENT' when 'i' then ' AS IMPLICIT' else '' end
              as definition,
          """
              // A cast has no owner; whoever owns neither type could not make it.
              + outside(
                  "0",
                  isRead("source.typnamespace")
                      + " and "
                      + isRead("target.typnamespace")
                      + " or source.typnamespace = any({0}) or target.typnamespace = any({0})")
              + """
              from pg_cast c
                join pg_type source on source.oid = c.castsource
                join pg_type target on target.oid = c.casttarget
              where c.oid >= 16384
                and not exists (
                  select from pg_depend d
                  where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype = 'i')
              """);

  /** Event triggers with their firing state. One belongs to the schema of its function. */
  static final DatabaseQuery EVENT_TRIGGERS =
      DatabaseQuery.sql(
          """
          select 'EVENT_TRIGGER' as kind, t.tableoid as catalog, t.oid,
            quote_ident(t.evtname) as name,
            concat_ws(' ',
              format('CREATE EVENT TRIGGER %I ON %s', t.evtname, t.evtevent),
              'WHEN TAG IN (' || (select string_agg(quote_literal(tag), ', ' order by tag)
                                  from unnest(t.evttags) tag) || ')',
              format('EXECUTE FUNCTION %s()', p.oid::regproc),
              case t.evtenabled
                when 'D' then 'DISABLED' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS'
              end) as definition,
          """
              + outside("t.evtowner", isRead("p.pronamespace"))
              + "from pg_event_trigger t join pg_proc p on p.oid = t.evtfoid");

  private DatabaseQueries() {}
}
