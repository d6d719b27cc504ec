package io.github.schemagitops.dialect.postgres;

import java.util.Optional;

/**
 * A relation that existed when a migration began.
 *
 * @param oid object id
 * @param schema its schema
 * @param name its own name
 * @param title qualified and quoted as the server does it
 * @param kind as in {@code pg_class.relkind}
 * @param file number of its file; 0 when it has none
 * @param partOf the relation that it serves: an index's or TOAST table's table, the table that owns
 *     a sequence
 */
record TracedRelation(
    long oid,
    String schema,
    String name,
    String title,
    char kind,
    long file,
    Optional<Long> partOf) {

  private static final String WITH_ROWS = "rpm";

  /** True for tables and materialized views, partitioned tables among them. */
  boolean hasRows() {
    return WITH_ROWS.indexOf(kind) >= 0;
  }

  boolean isIndex() {
    return kind == 'i' || kind == 'I';
  }

  boolean isSequence() {
    return kind == 'S';
  }

  boolean isMaterializedView() {
    return kind == 'm';
  }
}
