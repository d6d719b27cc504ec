/** How much of what can happen to a schema is seen, and repaired, on which server. */
@NullMarked
package io.github.schemagitops.accuracy;

import org.jspecify.annotations.NullMarked;
