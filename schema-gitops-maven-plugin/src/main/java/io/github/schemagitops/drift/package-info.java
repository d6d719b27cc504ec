/** Expected state against actual state of a database. */
@NullMarked
package io.github.schemagitops.drift;

import org.jspecify.annotations.NullMarked;
