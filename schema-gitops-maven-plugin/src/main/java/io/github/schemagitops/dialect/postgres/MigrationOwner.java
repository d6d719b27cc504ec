package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * The role that runs the migrations. It is called otherwise in every database, and so are all
 * things that it owns or that it may do: wherever it appears, one word stands for it.
 *
 * <p>It is the owner of the history table, which the first migration run made. Where there is no
 * such table it is the owner of the database.
 */
final class MigrationOwner {

  /** Stands for the role in names and definitions. No role is written like that. */
  static final String WORD = "<migration owner>";

  private static final String ROLES =
      """
      select r.oid, case when o.oid is null then quote_ident(r.rolname) else {2} end
      from pg_roles r
        left join (
          select distinct c.relowner
          from pg_class c
          where c.relkind = 'r' and c.relname = any({1}) and c.relnamespace = any({0})
          union all
          select d.datdba
          from pg_database d
          where d.datname = current_database() and not exists (
            select from pg_class c
            where c.relkind = 'r' and c.relname = any({1}) and c.relnamespace = any({0}))
        ) o (oid) on o.oid = r.oid
      union all
      select 0, 'PUBLIC'
      """;

  private MigrationOwner() {}

  /** How all roles are written, by OID; 0 is {@code PUBLIC}. */
  static Map<Long, String> words(DSLContext dsl, CatalogScope scope) {
    return dsl.resultQuery(ROLES, val(scope.schemaArray()), val(scope.toolTableArray()), val(WORD))
        .fetchMap(row -> row.get(0, Long.class), row -> row.get(1, String.class));
  }

  /** The roles that the word stands for. */
  static List<Long> oids(Map<Long, String> words) {
    return words.entrySet().stream()
        .filter(role -> role.getValue().equals(WORD))
        .map(Map.Entry::getKey)
        .toList();
  }
}
