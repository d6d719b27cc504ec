/** Applying migrations to a real environment: lock, gate, apply, verify, record. */
@NullMarked
package io.github.schemagitops.deploy;

import org.jspecify.annotations.NullMarked;
