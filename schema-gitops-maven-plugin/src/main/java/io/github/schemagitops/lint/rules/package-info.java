/** One class per lint rule, pure: no file, no connection, no clock. */
@NullMarked
package io.github.schemagitops.lint.rules;

import org.jspecify.annotations.NullMarked;
