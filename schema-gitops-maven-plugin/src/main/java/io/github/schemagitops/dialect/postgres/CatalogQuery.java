package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.val;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jooq.ConnectionProvider;
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

  /** Takes a row. */
  @FunctionalInterface
  interface RowConsumer {
    void accept(CatalogRow row) throws SQLException;
  }

  /**
   * Runs the statement. Records of jOOQ would take more time than the server, and so would its
   * questions about the columns of each result.
   */
  default void forEach(DSLContext dsl, CatalogScope scope, RowConsumer consumer)
      throws SQLException {
    ConnectionProvider connections = dsl.configuration().connectionProvider();
    Connection connection = Objects.requireNonNull(connections.acquire());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(dsl.renderInlined(on(dsl, scope)))) {
      while (rows.next()) {
        consumer.accept(CatalogRow.of(rows));
      }
    } finally {
      connections.release(connection);
    }
  }

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
