package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.val;

import java.util.Objects;
import org.jooq.DSLContext;

/**
 * A number that is another one after every change to the catalogs from which the server writes
 * definitions.
 *
 * <p>A transaction finds objects in its own snapshot, but {@code pg_get_indexdef} and its like
 * write from what is committed at that moment, so one look can mix two states even in one
 * transaction. It has not when the number was the same before and after.
 *
 * <p>Columns of indexes and sequences do not count: nothing is written from them that does not have
 * a row elsewhere.
 *
 * <p>Every change to a row makes a new version of the row, with another place and another
 * transaction. Unlike a comparison of contents this also notices a change that was taken back.
 * Statistics are written in place and do not count; {@code TRUNCATE} does.
 */
final class CatalogVersion {

  private static final String VERSION =
      """
      with relation as (
        select oid, relkind, hash_record_extended(row(tableoid, ctid, xmin), 0) as version
        from pg_class where relnamespace = any({0})
      ), versions (version) as (
        select version from relation
        union all
        select hash_record_extended(row(n.tableoid, n.ctid, n.xmin), 0)
          from pg_namespace n where n.oid = any({0})
        union all
        select hash_record_extended(row(a.tableoid, a.ctid, a.xmin), 0)
          from pg_attribute a join relation r on r.oid = a.attrelid
          where a.attnum > 0 and r.relkind not in ('i', 'I', 'S')
        union all
        select hash_record_extended(row(d.tableoid, d.ctid, d.xmin), 0)
          from pg_attrdef d join relation r on r.oid = d.adrelid
        union all
        select hash_record_extended(row(c.tableoid, c.ctid, c.xmin), 0)
          from pg_constraint c where c.connamespace = any({0})
        union all
        select hash_record_extended(row(i.tableoid, i.ctid, i.xmin), 0)
          from pg_index i join relation r on r.oid = i.indexrelid
        union all
        select hash_record_extended(row(t.tableoid, t.ctid, t.xmin), 0)
          from pg_trigger t join relation r on r.oid = t.tgrelid
        union all
        select hash_record_extended(row(w.tableoid, w.ctid, w.xmin), 0)
          from pg_rewrite w join relation r on r.oid = w.ev_class
        union all
        select hash_record_extended(row(t.tableoid, t.ctid, t.xmin), 0)
          from pg_type t where t.typnamespace = any({0})
        union all
        select hash_record_extended(row(e.tableoid, e.ctid, e.xmin), 0)
          from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typnamespace = any({0})
        union all
        select hash_record_extended(row(p.tableoid, p.ctid, p.xmin), 0)
          from pg_proc p where p.pronamespace = any({0})
        union all
        select hash_record_extended(row(s.tableoid, s.ctid, s.xmin), 0)
          from pg_statistic_ext s where s.stxnamespace = any({0})
        union all
        select hash_record_extended(row(c.tableoid, c.ctid, c.xmin), 0)
          from pg_collation c where c.collnamespace = any({0})
        union all
        select hash_record_extended(row(o.tableoid, o.ctid, o.xmin), 0)
          from pg_operator o where o.oprnamespace = any({0})
        union all
        select hash_record_extended(row(r.tableoid, r.ctid, r.xmin), 0)
          from pg_range r join pg_type t on t.oid = r.rngtypid where t.typnamespace = any({0})
        union all
        select hash_record_extended(row(f.tableoid, f.ctid, f.xmin), 0)
          from pg_foreign_table f join relation r on r.oid = f.ftrelid
        union all
        select hash_record_extended(row(s.tableoid, s.ctid, s.xmin), 0) from pg_foreign_server s
        union all
        select hash_record_extended(row(e.tableoid, e.ctid, e.xmin), 0) from pg_extension e
        union all
        select hash_record_extended(row(c.tableoid, c.ctid, c.xmin), 0) from pg_cast c
        union all
        select hash_record_extended(row(t.tableoid, t.ctid, t.xmin), 0) from pg_event_trigger t
        union all
        select hash_record_extended(row(p.tableoid, p.ctid, p.xmin), 0) from pg_publication p
        union all
        select hash_record_extended(row(p.tableoid, p.ctid, p.xmin), 0) from pg_publication_rel p
        union all
        select hash_record_extended(row(d.tableoid, d.ctid, d.xmin), 0) from pg_default_acl d
      )
      select coalesce(sum(version), 0)::text from versions
      """;

  private CatalogVersion() {}

  /** The number for what is to be read, as the transaction sees them. */
  static String of(DSLContext dsl, CatalogScope scope) {
    Object version = dsl.fetchValue(VERSION, val(scope.schemaArray()));
    return Objects.requireNonNull(version).toString();
  }
}
