package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.val;

import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Reads one family of objects with one statement, for all schemas at once.
 *
 * <p>Every statement returns one {@link CatalogRow} per object, in no particular order, and lets
 * the server write name and definition.
 */
@FunctionalInterface
interface CatalogQuery {

  /** The statement, ready to run. */
  ResultQuery<Record7<String, Long, Long, Integer, Long, String, String>> on(
      DSLContext dsl, CatalogScope scope);

  /**
   * A query in plain SQL, for catalogs that jOOQ has no typed table for.
   *
   * @param sql with <code>{0}</code> where the array of schema OIDs goes and <code>{1}</code> where
   *     the array of tool table names goes; the names of the catalogs need no schema
   */
  static CatalogQuery sql(String sql) {
    return (dsl, scope) ->
        dsl.resultQuery(sql, val(scope.schemaArray()), val(scope.toolTableArray()))
            .coerce(
                column("kind", SQLDataType.VARCHAR),
                column("catalog", SQLDataType.BIGINT),
                column("oid", SQLDataType.BIGINT),
                column("attnum", SQLDataType.INTEGER),
                column("parent", SQLDataType.BIGINT),
                column("name", SQLDataType.VARCHAR),
                column("definition", SQLDataType.VARCHAR));
  }

  private static <T> Field<T> column(String name, DataType<T> type) {
    return DSL.field(DSL.name(name), type);
  }
}
