/** The Flyway adapter. The only place that knows Flyway, public or internal. */
@NullMarked
package io.github.schemagitops.engine.flyway;

import org.jspecify.annotations.NullMarked;
