package io.github.schemagitops.dialect.postgres;

/** Sequences, with the column that owns them. */
final class SequenceQuery {

  /**
   * An SQL expression: the options of the sequence {@code s} that are not the default ones, empty
   * when all are. The value that it has reached is data and not read.
   */
  static final String OPTIONS =
      """
      concat_ws(' ',
        case when s.seqincrement <> 1 then 'INCREMENT BY ' || s.seqincrement end,
        case when s.seqmin <> case when s.seqincrement > 0 then 1 else
                case s.seqtypid
                  when 'int2'::regtype then -32768
                  when 'int4'::regtype then -2147483648
                  else -9223372036854775808 end end
          then 'MINVALUE ' || s.seqmin end,
        case when s.seqmax <> case when s.seqincrement < 0 then -1 else
                case s.seqtypid
                  when 'int2'::regtype then 32767
                  when 'int4'::regtype then 2147483647
                  else 9223372036854775807 end end
          then 'MAXVALUE ' || s.seqmax end,
        case when s.seqstart <> case when s.seqincrement > 0 then s.seqmin else s.seqmax end
          then 'START WITH ' || s.seqstart end,
        case when s.seqcache <> 1 then 'CACHE ' || s.seqcache end,
        case when s.seqcycle then 'CYCLE' end)
      """;

  /**
   * All but the sequences behind identity columns, which have no life of their own. A sequence that
   * a column owns, as {@code serial} makes it, belongs to that table.
   */
  static final CatalogQuery SEQUENCES =
      CatalogQuery.sql(
          """
          select 'SEQUENCE' as kind, c.tableoid as catalog, c.oid, 0 as attnum,
            coalesce(owner.refobjid, 0) as parent, c.oid::regclass::text as name,
            concat_ws(' ',
              case c.relpersistence when 'u' then 'UNLOGGED' end,
              'AS ' || s.seqtypid::regtype,
              nullif(
          """
              + OPTIONS
              + """
              , ''),
              'OWNED BY ' || owner.refobjid::regclass || '.' || quote_ident(a.attname)) as definition
          from pg_sequence s
            join pg_class c on c.oid = s.seqrelid
            left join pg_depend owner on owner.deptype in ('a', 'i')
              and owner.classid = 'pg_class'::regclass and owner.objid = c.oid
              and owner.refclassid = 'pg_class'::regclass and owner.refobjsubid > 0
            left join pg_attribute a on a.attrelid = owner.refobjid and a.attnum = owner.refobjsubid
          where c.relnamespace = any({0}) and owner.deptype is distinct from 'i'
          """);

  private SequenceQuery() {}
}
