package io.github.schemagitops.statement;

/**
 * {@code CREATE DOMAIN}.
 *
 * @param name the domain
 * @param type what it is based on
 * @param constrained true when it has a check or forbids nulls
 * @param span the words that say it
 */
public record CreateDomain(QualifiedName name, DataType type, boolean constrained, Span span)
    implements Statement {}
