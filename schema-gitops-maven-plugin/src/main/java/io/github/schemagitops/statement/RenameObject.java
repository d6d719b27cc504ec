package io.github.schemagitops.statement;

/**
 * {@code ALTER … RENAME TO} of anything but a table.
 *
 * @param type what kind of object
 * @param from its name
 * @param to its new name
 * @param span the words that say it
 */
public record RenameObject(ObjectType type, QualifiedName from, String to, Span span)
    implements Statement {}
