package io.github.schemagitops.statement;

/**
 * {@code PREPARE} of the SQL that a user's variable holds.
 *
 * @param variable its name in lower case, with the sign in front
 * @param span the words that say it
 */
public record RunText(String variable, Span span) implements Statement {}
