/** Repair scripts for PostgreSQL, written from snapshots alone. */
@NullMarked
package io.github.schemagitops.dialect.postgres.repair;

import org.jspecify.annotations.NullMarked;
