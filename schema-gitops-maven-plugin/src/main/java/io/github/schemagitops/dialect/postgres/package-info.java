/** PostgreSQL: statement parser and catalog inspector. */
@NullMarked
package io.github.schemagitops.dialect.postgres;

import org.jspecify.annotations.NullMarked;
