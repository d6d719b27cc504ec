package io.github.schemagitops.statement;

import java.util.Optional;

/**
 * {@code ALTER TYPE … ADD VALUE} or {@code RENAME VALUE}.
 *
 * @param type the enum type
 * @param value the new value, or the one that gets another name
 * @param newName the other name; empty when a value is added
 * @param placed true when a new value says where in the order it belongs
 * @param span the words that say it
 */
public record AlterEnum(
    QualifiedName type, String value, Optional<String> newName, boolean placed, Span span)
    implements Statement {}
