package io.github.schemagitops.dialect.postgres;

/**
 * Constraints, indexes and extended statistics. What {@code pg_get_constraintdef} and {@code
 * pg_get_indexdef} leave out of an index follows their text, in these words: {@code WITH (…)},
 * {@code TABLESPACE …}, {@code COLUMN 1 STATISTICS 500}, {@code INVALID}, {@code CLUSTERED}.
 */
final class KeyQueries {

  /**
   * Constraints of tables, with the index of those that have one. What a partition or child table
   * has only by inheritance is its parent's and read there; NOT NULL belongs to the column; a
   * constraint trigger is a trigger. {@code DISABLE TRIGGER ALL} silences foreign keys, and keys
   * and exclusions that are deferrable, without changing their definition. Triggers of partitions
   * have states of their own, which are told with the constraint of the parent.
   */
  static final CatalogQuery CONSTRAINTS =
      CatalogQuery.sql(
          """
          with recursive unusual (text, constrained) as (
            select format('%s %I ON %s',
                case t.tgenabled
                  when 'D' then 'DISABLED' when 'R' then 'ENABLE REPLICA' else 'ENABLE ALWAYS'
                end, p.proname, t.tgrelid::regclass),
              t.tgconstraint
            from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgisinternal and t.tgenabled <> 'O' and t.tgconstraint <> 0
            union
            select u.text, c.conparentid
            from unusual u join pg_constraint c on c.oid = u.constrained
            where c.conparentid <> 0)
          select 'CONSTRAINT' as kind, c.tableoid as catalog, c.oid, 0 as attnum,
            c.conrelid as parent, c.conrelid::regclass::text || '.' || quote_ident(c.conname) as name,
            concat_ws(' ',
              pg_get_constraintdef(c.oid),
              'WITH (' || (select string_agg(option, ', ' order by option)
                           from unnest(i.reloptions) o (option)) || ')',
              'TABLESPACE ' || quote_ident(space.spcname),
              case when not x.indisvalid then 'INVALID' end,
              case when x.indisclustered then 'CLUSTERED' end,
              'TRIGGERS (' || triggers.list || ')') as definition
          from pg_constraint c
            left join pg_index x on x.indexrelid = c.conindid and c.contype in ('p', 'u', 'x')
            left join pg_class i on i.oid = x.indexrelid
            left join pg_tablespace space on space.oid = i.reltablespace
            left join (
              select u.constrained, string_agg(u.text, ', ' order by u.text collate "C")
              from unusual u
              group by u.constrained) triggers (constrained, list) on triggers.constrained = c.oid
          where c.connamespace = any({0}) and c.conrelid <> 0 and c.conislocal
            and c.contype not in ('n', 't')
          """);

  /** Indexes that no constraint stands for. The index of a partitioned index's partition is its. */
  static final CatalogQuery INDEXES =
      CatalogQuery.sql(
          """
          select 'INDEX' as kind, i.tableoid as catalog, i.oid, 0 as attnum, x.indrelid as parent,
            i.oid::regclass::text as name,
            concat_ws(' ',
              pg_get_indexdef(i.oid),
              'TABLESPACE ' || quote_ident(space.spcname),
              targets.list,
              case when not x.indisvalid then 'INVALID' end,
              case when x.indisclustered then 'CLUSTERED' end) as definition
          from pg_index x
            join pg_class i on i.oid = x.indexrelid
            left join pg_tablespace space on space.oid = i.reltablespace
            left join (
              select a.attrelid, string_agg(
                format('COLUMN %s STATISTICS %s', a.attnum, a.attstattarget), ' ' order by a.attnum)
              from pg_attribute a
              where a.attstattarget >= 0
              group by a.attrelid) targets (index, list) on targets.index = i.oid
          where i.relnamespace = any({0}) and not i.relispartition
            and not exists (
              select from pg_constraint c
              where c.conindid = i.oid and c.contype in ('p', 'u', 'x'))
          """);

  static final CatalogQuery STATISTICS =
      CatalogQuery.sql(
          """
          select 'STATISTICS' as kind, s.tableoid as catalog, s.oid, 0 as attnum,
            s.stxrelid as parent, format('%I.%I', n.nspname, s.stxname) as name,
            concat_ws(' ',
              pg_get_statisticsobjdef(s.oid),
              'STATISTICS ' || nullif(s.stxstattarget, -1)) as definition
          from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
          where n.oid = any({0})
          """);

  private KeyQueries() {}
}
