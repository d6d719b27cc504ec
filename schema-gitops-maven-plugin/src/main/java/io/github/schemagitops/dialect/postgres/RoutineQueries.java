package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.CatalogFunctions.catalog;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.routineDefinition;
import static io.github.schemagitops.dialect.postgres.CatalogFunctions.routineName;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_DEPEND;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_PROC;

/** Functions, procedures and aggregates. */
final class RoutineQueries {

  /**
   * Functions (window functions too) and procedures, as {@code CREATE OR REPLACE} statements. The
   * constructors of a range type are a part of the type.
   */
  static final CatalogQuery FUNCTIONS_AND_PROCEDURES =
      (dsl, scope) ->
          dsl.select(
                  when(PG_PROC.PROKIND.eq(inline("p")), inline("PROCEDURE"))
                      .else_(inline("FUNCTION")),
                  catalog(PG_PROC),
                  PG_PROC.OID,
                  inline(0),
                  inline(0L),
                  routineName(PG_PROC.OID),
                  routineDefinition(PG_PROC.OID))
              .from(PG_PROC)
              .where(PG_PROC.PRONAMESPACE.in(scope.schemas()))
              .and(PG_PROC.PROKIND.ne(inline("a")))
              .and(
                  notExists(
                      selectOne()
                          .from(PG_DEPEND)
                          .where(PG_DEPEND.CLASSID.eq(catalog(PG_PROC)))
                          .and(PG_DEPEND.OBJID.eq(PG_PROC.OID))
                          .and(PG_DEPEND.DEPTYPE.eq(inline("i")))));

  /** The server writes no definition of an aggregate; this one has every option. */
  static final CatalogQuery AGGREGATES =
      CatalogQuery.sql(
          """
          select 'AGGREGATE' as kind, p.tableoid as catalog, p.oid, 0 as attnum, 0 as parent,
            p.oid::regprocedure::text as name,
            'AGGREGATE (' || pg_get_function_arguments(p.oid) || ') RETURNS '
              || pg_get_function_result(p.oid) || ' (' || concat_ws(', ',
              'SFUNC = ' || a.aggtransfn::oid::regprocedure,
              'STYPE = ' || a.aggtranstype::regtype,
              'SSPACE = ' || nullif(a.aggtransspace, 0),
              'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regprocedure,
              case when a.aggfinalextra then 'FINALFUNC_EXTRA' end,
              'FINALFUNC_MODIFY = ' || a.aggfinalmodify::text,
              'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regprocedure,
              'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regprocedure,
              'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regprocedure,
              'INITCOND = ' || quote_literal(a.agginitval),
              'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regprocedure,
              'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regprocedure,
              'MSTYPE = ' || nullif(a.aggmtranstype, 0)::regtype,
              'MSSPACE = ' || nullif(a.aggmtransspace, 0),
              'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regprocedure,
              case when a.aggmfinalextra then 'MFINALFUNC_EXTRA' end,
              'MFINALFUNC_MODIFY = ' || a.aggmfinalmodify::text,
              'MINITCOND = ' || quote_literal(a.aggminitval),
              'SORTOP = ' || nullif(a.aggsortop, 0)::regoperator,
              'PARALLEL = ' || p.proparallel::text,
              case a.aggkind when 'h' then 'HYPOTHETICAL' end) || ')' as definition
          from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid
          where p.pronamespace = any({0})
          """);

  private RoutineQueries() {}
}
