/**
 * Immutable settings of every goal, validated on construction. Nothing behind this package reads a
 * property, an environment variable or the POM.
 */
@NullMarked
package io.github.schemagitops.config;

import org.jspecify.annotations.NullMarked;
