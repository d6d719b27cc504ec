/**
 * The repository's history: merge base, files and texts at a commit, commit identity. The only
 * place that knows JGit.
 */
@NullMarked
package io.github.schemagitops.git;

import org.jspecify.annotations.NullMarked;
