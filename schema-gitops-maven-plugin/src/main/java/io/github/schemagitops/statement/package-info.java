/** A small model of what an SQL statement says, whatever parser read it. */
@NullMarked
package io.github.schemagitops.statement;

import org.jspecify.annotations.NullMarked;
