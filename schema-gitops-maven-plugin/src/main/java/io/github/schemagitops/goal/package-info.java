/** One use case per goal; each reads as prose. */
@NullMarked
package io.github.schemagitops.goal;

import org.jspecify.annotations.NullMarked;
