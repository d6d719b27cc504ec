package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.CatalogFunctions.catalog;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.constraintDefinition;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.indexDefinition;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.memberName;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.relationName;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CONSTRAINT;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_INDEX;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Constraints, indexes and extended statistics. */
final class KeyQueries {

  /**
   * Constraints of tables. What a partition or child table has only by inheritance is its parent's
   * and read there; NOT NULL belongs to the column; a constraint trigger is a trigger.
   */
  static final CatalogQuery CONSTRAINTS =
      (dsl, schemas, scope) ->
          dsl.select(
                  inline("CONSTRAINT"),
                  catalog(PG_CONSTRAINT),
                  PG_CONSTRAINT.OID,
                  inline(0),
                  PG_CONSTRAINT.CONRELID,
                  memberName(PG_CONSTRAINT.CONRELID, PG_CONSTRAINT.CONNAME),
                  concat(
                      constraintDefinition(PG_CONSTRAINT.OID),
                      when(triggersDisabled(), inline(" TRIGGERS DISABLED")).else_("")))
              .from(PG_CONSTRAINT)
              .where(PG_CONSTRAINT.CONNAMESPACE.in(schemas))
              .and(PG_CONSTRAINT.CONRELID.ne(inline(0L)))
              .and(PG_CONSTRAINT.CONTYPE.notIn(inline("n"), inline("t")))
              .and(PG_CONSTRAINT.CONISLOCAL);

  /** Indexes that no constraint stands for. The index of a partitioned index's partition is its. */
  static final CatalogQuery INDEXES =
      (dsl, schemas, scope) ->
          dsl.select(
                  inline("INDEX"),
                  catalog(PG_CLASS),
                  PG_CLASS.OID,
                  inline(0),
                  PG_INDEX.INDRELID,
                  relationName(PG_CLASS.OID),
                  concat(
                      indexDefinition(PG_CLASS.OID),
                      tablespace(PG_CLASS.RELTABLESPACE),
                      when(condition(PG_INDEX.INDISVALID).not(), inline(" INVALID")).else_("")))
              .from(PG_INDEX)
              .join(PG_CLASS)
              .on(PG_CLASS.OID.eq(PG_INDEX.INDEXRELID))
              .where(PG_CLASS.RELNAMESPACE.in(schemas))
              .andNot(PG_CLASS.RELISPARTITION)
              .and(
                  notExists(
                      selectOne()
                          .from(PG_CONSTRAINT)
                          .where(PG_CONSTRAINT.CONINDID.eq(PG_CLASS.OID))
                          .and(PG_CONSTRAINT.CONTYPE.in(inline("p"), inline("u"), inline("x")))));

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

  /** {@code DISABLE TRIGGER ALL} silences a foreign key without changing its definition. */
  private static Condition triggersDisabled() {
    return condition(
        """
        exists (select from pg_trigger t
                where t.tgconstraint = {0} and t.tgisinternal and t.tgenabled = 'D')
        """,
        PG_CONSTRAINT.OID);
  }

  /** Not part of what {@code pg_get_indexdef} writes. */
  private static Field<String> tablespace(Field<Long> oid) {
    return field(
        """
        coalesce((select ' TABLESPACE ' || quote_ident(spcname) from pg_tablespace where oid = {0}), '')
        """,
        SQLDataType.VARCHAR, oid);
  }
}
