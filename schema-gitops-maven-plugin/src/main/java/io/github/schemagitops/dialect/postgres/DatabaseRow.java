package io.github.schemagitops.dialect.postgres;

import org.jspecify.annotations.Nullable;

/**
 * One object that is in no schema, as a {@link DatabaseQuery} returns it. The components are its
 * columns, in this order.
 *
 * @param kind name of an {@code ObjectKind}
 * @param catalog OID of the catalog that holds the object
 * @param oid of the object
 * @param name quoted; null when the object is gone by now
 * @param definition as a complete statement; null when the object is gone by now
 * @param outside why it is left out where nobody expects it, for instance {@code made by the
 *     provider of the server}; null when it is read in any case
 */
record DatabaseRow(
    String kind,
    Long catalog,
    Long oid,
    @Nullable String name,
    @Nullable String definition,
    @Nullable String outside) {

  Address address() {
    return new Address(catalog, oid, 0);
  }

  /** Without what is said about its place. */
  CatalogRow row() {
    return new CatalogRow(kind, catalog, oid, 0, 0L, name, definition);
  }
}
