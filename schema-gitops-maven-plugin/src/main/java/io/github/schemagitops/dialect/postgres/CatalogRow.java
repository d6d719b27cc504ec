package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.schema.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/**
 * One object, as a {@link CatalogQuery} returns it. The components are its columns, in this order.
 *
 * @param kind name of an {@link ObjectKind}
 * @param catalog OID of the catalog that holds the object
 * @param oid of the object; of the table when the object is a column
 * @param attnum number of the column, else 0
 * @param parent OID of the table or view that the object belongs to, 0 when it stands alone
 * @param name qualified and quoted; null when the object is gone by now
 * @param definition as the server writes it; null when the object is gone by now
 */
record CatalogRow(
    String kind,
    long catalog,
    long oid,
    int attnum,
    long parent,
    @Nullable String name,
    @Nullable String definition) {

  /** Takes a row. */
  @FunctionalInterface
  interface Consumer {
    void accept(CatalogRow row) throws SQLException;
  }

  /**
   * Reads the rows of a query. Records of jOOQ would take more time than the server, and so would
   * its questions about the columns of each result.
   */
  static void forEach(ResultQuery<?> query, DSLContext dsl, Consumer consumer) throws SQLException {
    Connection connection =
        Objects.requireNonNull(dsl.configuration().connectionProvider().acquire());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(dsl.renderInlined(query))) {
      while (rows.next()) {
        consumer.accept(of(rows));
      }
    } finally {
      dsl.configuration().connectionProvider().release(connection);
    }
  }

  private static CatalogRow of(ResultSet row) throws SQLException {
    return new CatalogRow(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getInt(4),
        row.getLong(5),
        row.getString(6),
        row.getString(7));
  }

  Address address() {
    return new Address(catalog, oid, attnum);
  }
}
