package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.val;

import org.jooq.DSLContext;
import org.jooq.ResultQuery;

/**
 * Reads one family of objects with one statement, for all schemas at once.
 *
 * <p>Every statement returns the columns of a {@link CatalogRow} for every object, in no particular
 * order, and lets the server write name and definition.
 */
@FunctionalInterface
interface CatalogQuery {

  /** The statement, ready to run. */
  ResultQuery<?> on(DSLContext dsl, CatalogScope scope);

  /**
   * A query in plain SQL, for catalogs that jOOQ has no typed table for.
   *
   * @param sql with <code>{0}</code> where the array of schema OIDs goes and <code>{1}</code> where
   *     the array of tool table names goes; the names of the catalogs need no schema
   */
  static CatalogQuery sql(String sql) {
    return (dsl, scope) ->
        dsl.resultQuery(sql, val(scope.schemaArray()), val(scope.toolTableArray()));
  }
}
