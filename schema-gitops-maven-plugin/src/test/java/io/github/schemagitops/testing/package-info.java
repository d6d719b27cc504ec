/** What tests of several packages share: real databases. */
@NullMarked
package io.github.schemagitops.testing;

import org.jspecify.annotations.NullMarked;
