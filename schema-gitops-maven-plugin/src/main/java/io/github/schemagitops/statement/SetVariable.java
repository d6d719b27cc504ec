package io.github.schemagitops.statement;

/**
 * {@code SET} of anything but the search path.
 *
 * @param name the setting, in lower case, without {@code SESSION}, {@code LOCAL}, {@code @@}
 * @param value as written, a string's quotes taken off; empty for a default
 * @param span the words that say it
 */
public record SetVariable(String name, String value, Span span) implements Statement {}
