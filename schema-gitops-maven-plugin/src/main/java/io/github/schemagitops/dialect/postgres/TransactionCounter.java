package io.github.schemagitops.dialect.postgres;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything at all was changed on the server while a transaction looked on. Whoever changes
 * a catalog takes a number for its transaction, so where none was taken there is nothing to
 * compare.
 *
 * @param next number that the next transaction was going to take when this one began, as 32 bits;
 *     null when others with a number were at work
 */
record TransactionCounter(@Nullable Long next) {

  private static final String AT_BEGIN =
      """
      select case when pg_snapshot_xmin(s) = pg_snapshot_xmax(s)
        then pg_snapshot_xmax(s)::text::numeric % 4294967296 end::bigint
      from pg_current_snapshot() s
      """;

  /**
   * How far the number is from 3, the smallest, as the server counts its age at that moment. It
   * answers the same for the rest of a transaction, so it is asked once.
   */
  private static final String NOW = "select (age('3'::xid)::bigint + 3 + 4294967296) % 4294967296";

  /** To be asked first. */
  static TransactionCounter atBegin(DSLContext dsl) {
    return new TransactionCounter(dsl.fetchSingle(AT_BEGIN).get(0, Long.class));
  }

  /**
   * True when nobody can have changed anything since. To be asked last, in the same transaction.
   */
  boolean stoodStill(DSLContext dsl) {
    return next != null && next.equals(dsl.fetchSingle(NOW).get(0, Long.class));
  }
}
