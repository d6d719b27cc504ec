package io.github.schemagitops.statement;

/**
 * {@code CREATE} of what has no model of its own: of a sequence or a schema.
 *
 * @param type what kind of object
 * @param name its name
 * @param ifNotExists true when an existing one is left alone
 * @param span the words that say it, with the name
 */
public record CreateObject(ObjectType type, QualifiedName name, boolean ifNotExists, Span span)
    implements Statement {}
