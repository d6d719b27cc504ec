package io.github.schemagitops.statement;

/**
 * A statement that was read and that no rule cares about so far.
 *
 * @param what its first words, for instance {@code CREATE FUNCTION}
 * @param span those words
 */
public record OtherStatement(String what, Span span) implements Statement {}
