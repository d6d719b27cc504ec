package io.github.schemagitops.statement;

/**
 * A statement, or a part of one, whose effect is not known. Never passed over in silence.
 *
 * @param reason why, for instance {@code dynamic SQL}
 * @param span where reading ended
 */
public record NotAnalysed(String reason, Span span) implements Statement {}
