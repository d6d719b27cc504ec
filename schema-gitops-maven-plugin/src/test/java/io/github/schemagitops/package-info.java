/** What holds for all of the code. */
@NullMarked
package io.github.schemagitops;

import org.jspecify.annotations.NullMarked;
