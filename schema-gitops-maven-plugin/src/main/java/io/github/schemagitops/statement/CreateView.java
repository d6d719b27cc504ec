package io.github.schemagitops.statement;

/**
 * {@code CREATE VIEW}.
 *
 * @param name the view
 * @param materialized true when its rows are kept
 * @param orReplace true when an existing view is replaced
 * @param selectsAll true when its columns are those that some table has, as {@code *} says
 * @param span the words that say it
 */
public record CreateView(
    QualifiedName name, boolean materialized, boolean orReplace, boolean selectsAll, Span span)
    implements Statement {}
