package io.github.schemagitops.statement;

/**
 * {@code CREATE VIEW}.
 *
 * @param name the view
 * @param materialized true when its rows are kept
 * @param span the words that say it
 */
public record CreateView(QualifiedName name, boolean materialized, Span span)
    implements Statement {}
