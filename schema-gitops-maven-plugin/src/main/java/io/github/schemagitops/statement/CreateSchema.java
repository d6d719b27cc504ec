package io.github.schemagitops.statement;

/**
 * PostgreSQL's {@code CREATE SCHEMA}.
 *
 * @param name the schema
 * @param ifNotExists true when an existing schema is left alone
 * @param span the words that say it
 */
public record CreateSchema(String name, boolean ifNotExists, Span span) implements Statement {}
