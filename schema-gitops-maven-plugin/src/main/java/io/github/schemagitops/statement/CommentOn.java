package io.github.schemagitops.statement;

/**
 * {@code COMMENT ON TABLE}.
 *
 * @param table what is described
 * @param removed true when the comment goes away
 * @param span the words that say it
 */
public record CommentOn(QualifiedName table, boolean removed, Span span) implements Statement {}
