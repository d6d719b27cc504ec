package io.github.schemagitops.dialect.postgres;

/**
 * Where an object is in the system catalogs, as {@code pg_depend} and {@code pg_description} say
 * it.
 *
 * @param catalog OID of the catalog, for instance of {@code pg_class}
 * @param oid of the object; of the table when the object is a column
 * @param attnum number of the column, else 0
 */
record Address(long catalog, long oid, int attnum) {}
