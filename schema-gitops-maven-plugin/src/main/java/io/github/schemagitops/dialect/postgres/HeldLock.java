package io.github.schemagitops.dialect.postgres;

/**
 * A lock on a relation that a session holds or waits for.
 *
 * @param relation object id
 * @param mode how
 */
record HeldLock(long relation, LockMode mode) {}
