package io.github.schemagitops.schema;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A difference that a rule lets pass.
 *
 * @param reason the rule's
 * @param expires the last day on which the rule holds
 */
public record IgnoredChange(Change change, String reason, Optional<LocalDate> expires) {}
