package io.github.schemagitops.statement;

/**
 * {@code CREATE TRIGGER}.
 *
 * @param name the trigger
 * @param table the table that it watches
 * @param orReplace true when an existing one is replaced
 * @param span the words that say it
 */
public record CreateTrigger(String name, QualifiedName table, boolean orReplace, Span span)
    implements Statement {}
