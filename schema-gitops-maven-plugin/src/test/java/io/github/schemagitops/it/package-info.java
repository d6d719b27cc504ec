/** What the hooks of the Maven builds in {@code src/it} share: Git repositories and databases. */
@NullMarked
package io.github.schemagitops.it;

import org.jspecify.annotations.NullMarked;
