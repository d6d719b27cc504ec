/**
 * What a check has to say: findings with a place, a severity and advice; the verdict and exit code
 * that follow.
 */
@NullMarked
package io.github.schemagitops.finding;

import org.jspecify.annotations.NullMarked;
