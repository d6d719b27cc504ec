/** Schema snapshots, their comparison and their fingerprint. Pure data: no connection, no file. */
@NullMarked
package io.github.schemagitops.schema;

import org.jspecify.annotations.NullMarked;
