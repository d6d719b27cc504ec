/** The Maven edge: one thin Mojo per goal. The only place that knows Maven. */
@NullMarked
package io.github.schemagitops.mojo;

import org.jspecify.annotations.NullMarked;
