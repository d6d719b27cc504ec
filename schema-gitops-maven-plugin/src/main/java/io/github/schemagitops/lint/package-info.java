/** The rule framework: what a rule is, what it may ask, and the loop that runs them all. */
@NullMarked
package io.github.schemagitops.lint;

import org.jspecify.annotations.NullMarked;
