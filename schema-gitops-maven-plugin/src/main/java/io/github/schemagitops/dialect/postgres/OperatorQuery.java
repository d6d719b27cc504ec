package io.github.schemagitops.dialect.postgres;

/** Operators. */
final class OperatorQuery {

  /** All but shell operators, which are only named by others and can do nothing. */
  static final CatalogQuery OPERATORS =
      CatalogQuery.sql(
          """
          select 'OPERATOR' as kind, o.tableoid as catalog, o.oid, 0 as attnum, 0 as parent,
            o.oid::regoperator::text as name,
            format('CREATE OPERATOR %I.%s (', n.nspname, o.oprname) || concat_ws(', ',
              'FUNCTION = ' || o.oprcode,
              'LEFTARG = ' || nullif(o.oprleft, 0)::regtype,
              'RIGHTARG = ' || nullif(o.oprright, 0)::regtype,
              'COMMUTATOR = ' || commutator.name,
              'NEGATOR = ' || negator.name,
              'RESTRICT = ' || nullif(o.oprrest::oid, 0)::regproc,
              'JOIN = ' || nullif(o.oprjoin::oid, 0)::regproc,
              case when o.oprcanhash then 'HASHES' end,
              case when o.oprcanmerge then 'MERGES' end) || ')' as definition
          from pg_operator o
            join pg_namespace n on n.oid = o.oprnamespace
            left join lateral (
              select format('OPERATOR(%I.%s)', s.nspname, other.oprname) as name
              from pg_operator other join pg_namespace s on s.oid = other.oprnamespace
              where other.oid = o.oprcom) commutator on true
            left join lateral (
              select format('OPERATOR(%I.%s)', s.nspname, other.oprname) as name
              from pg_operator other join pg_namespace s on s.oid = other.oprnamespace
              where other.oid = o.oprnegate) negator on true
          where o.oprcode <> 0 and n.oid = any({0})
          """);

  private OperatorQuery() {}
}
