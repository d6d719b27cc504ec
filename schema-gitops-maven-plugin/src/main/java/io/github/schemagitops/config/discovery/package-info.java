/**
 * Picks up settings that a project already has for Flyway or Spring Boot, so that it need not
 * repeat them.
 */
@NullMarked
package io.github.schemagitops.config.discovery;

import org.jspecify.annotations.NullMarked;
