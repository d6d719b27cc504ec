package io.github.schemagitops.statement;

/**
 * {@code CALL}.
 *
 * @param name the procedure
 * @param span the words that say it
 */
public record CallRoutine(QualifiedName name, Span span) implements Statement {}
