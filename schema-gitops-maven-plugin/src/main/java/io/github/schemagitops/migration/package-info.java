/** The migrations of a project, whatever engine runs them. */
@NullMarked
package io.github.schemagitops.migration;

import org.jspecify.annotations.NullMarked;
