package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.schema.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  /** The row that a result set is at. */
  static CatalogRow of(ResultSet row) throws SQLException {
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
