package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Who owns what, who may do what, and what is granted on things to come. A privilege counts where
 * it differs from what the server grants by itself: an object that nobody granted or revoked
 * anything on is like one on which all of that was granted and revoked again.
 */
final class Ownership {

  private static final String OWNERS =
      """
      select tableoid, oid, nspowner from pg_namespace where oid = any({0})
      union all
      select tableoid, oid, relowner from pg_class
        where relnamespace = any({0}) and relkind in ('r', 'p', 'f', 'v', 'm', 'S')
      union all
      select tableoid, oid, proowner from pg_proc where pronamespace = any({0})
      union all
      select tableoid, oid, typowner from pg_type where typnamespace = any({0})
      union all
      select tableoid, oid, collowner from pg_collation where collnamespace = any({0})
      union all
      select tableoid, oid, oprowner from pg_operator where oprnamespace = any({0})
      union all
      select tableoid, oid, stxowner from pg_statistic_ext where stxnamespace = any({0})
      union all
      select tableoid, oid, srvowner from pg_foreign_server
      union all
      select tableoid, oid, evtowner from pg_event_trigger
      union all
      select tableoid, oid, pubowner from pg_publication
      """;

  /**
   * Differences between what is granted and what is granted by default: {@code given} says in which
   * direction. By default there are none on a column.
   */
  private static final String PRIVILEGES =
      """
      with acl (catalog, oid, member, actual, initial) as (
        select tableoid, oid, null, nspacl, acldefault('n', nspowner)
          from pg_namespace where oid = any({0})
        union all
        select tableoid, oid, null, relacl,
            acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner)
          from pg_class where relnamespace = any({0})
        union all
        select c.tableoid, c.oid, quote_ident(a.attname), a.attacl, acldefault('c', c.relowner)
          from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = any({0}) and not a.attisdropped
        union all
        select tableoid, oid, null, proacl, acldefault('f', proowner)
          from pg_proc where pronamespace = any({0})
        union all
        select tableoid, oid, null, typacl, acldefault('T', typowner)
          from pg_type where typnamespace = any({0})
        union all
        select tableoid, oid, null, srvacl, acldefault('S', srvowner) from pg_foreign_server
      )
      select catalog, oid, coalesce(member, ''), difference.*
      from acl cross join lateral (
      """
          + differences()
          + """
      ) difference
      where actual is not null
      """;

  /**
   * Without a schema, these replace what the server grants by default; in a schema they add to it,
   * so there the default is nothing, as it is on a column. Those of roles that own nothing that is
   * read concern nothing that is read.
   */
  private static final String DEFAULTS =
      """
      select role, schema, type, difference.*
      from (
        select d.defaclrole, coalesce(quote_ident(n.nspname), ''),
          case d.defaclobjtype
            when 'r' then 'TABLES' when 'S' then 'SEQUENCES' when 'f' then 'FUNCTIONS'
            when 'T' then 'TYPES' when 'n' then 'SCHEMAS' else 'LARGE OBJECTS' end,
          d.defaclacl,
          case d.defaclnamespace when 0 then
            acldefault(case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end, d.defaclrole)
            else acldefault('c', d.defaclrole) end
        from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace
        where d.defaclnamespace = any({0})
          or d.defaclnamespace = 0 and (
            d.defaclrole = any({1})
            or d.defaclrole in (select nspowner from pg_namespace where oid = any({0}))
            or d.defaclrole in (select relowner from pg_class where relnamespace = any({0})))
      ) acl (role, schema, type, actual, initial) cross join lateral (
      """
          + differences()
          + ") difference";

  private Ownership() {}

  /** Owner by address. */
  static Map<Address, Long> owners(DSLContext dsl, CatalogScope scope) {
    return dsl.resultQuery(OWNERS, val(scope.schemaArray()))
        .fetchMap(
            row -> new Address(row.get(0, Long.class), row.get(1, Long.class), 0),
            row -> row.get(2, Long.class));
  }

  /** What was granted and revoked. */
  static List<OnObject> privileges(DSLContext dsl, CatalogScope scope) {
    return dsl.resultQuery(PRIVILEGES, val(scope.schemaArray()))
        .fetch(
            row ->
                new OnObject(
                    new Address(row.get(0, Long.class), row.get(1, Long.class), 0),
                    row.get(2, String.class),
                    grant(row)));
  }

  private static Grant grant(Record row) {
    return new Grant(
        row.get(3, Long.class),
        row.get(4, String.class),
        row.get(5, Boolean.class),
        row.get(6, Boolean.class));
  }

  /** What is granted and revoked on things to come. */
  static List<OnThingsToCome> defaults(DSLContext dsl, CatalogScope scope, List<Long> owners) {
    return dsl.resultQuery(DEFAULTS, val(scope.schemaArray()), val(owners.toArray(Long[]::new)))
        .fetch(
            row ->
                new OnThingsToCome(
                    row.get(0, Long.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    grant(row)));
  }

  /** Whoever granted it, and how often, does not matter. */
  private static String differences() {
    return """
        (select grantee, privilege_type, true as given, is_grantable from aclexplode(actual)
         except select grantee, privilege_type, true, is_grantable from aclexplode(initial))
        union all
        (select grantee, privilege_type, false, false from aclexplode(initial)
         except select grantee, privilege_type, false, false from aclexplode(actual))
        """;
  }

  /**
   * One privilege of one role.
   *
   * @param grantee OID of the role, 0 for {@code PUBLIC}
   * @param privilege for instance {@code SELECT}
   * @param given false when it was taken away from what there is by default
   * @param grantable with grant option
   */
  record Grant(long grantee, String privilege, boolean given, boolean grantable) {}

  /**
   * A privilege on an object.
   *
   * @param address of the object; of the table when it is on a column
   * @param column its name, quoted; empty when it is on the object as a whole
   */
  record OnObject(Address address, String column, Grant grant) {}

  /**
   * A privilege on things that a role will make.
   *
   * @param role OID of the role
   * @param schema its name, quoted; empty for all schemas
   * @param type for instance {@code TABLES}
   */
  record OnThingsToCome(long role, String schema, String type, Grant grant) {}
}
