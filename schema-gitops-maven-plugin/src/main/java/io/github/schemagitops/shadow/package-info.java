/** Throwaway databases on which migrations are tried. */
@NullMarked
package io.github.schemagitops.shadow;

import org.jspecify.annotations.NullMarked;
