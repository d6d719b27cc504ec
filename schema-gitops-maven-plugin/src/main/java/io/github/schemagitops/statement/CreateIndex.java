package io.github.schemagitops.statement;

import java.util.Optional;

/**
 * {@code CREATE INDEX}.
 *
 * @param name its name, when given
 * @param table the table or materialized view it is built on
 * @param unique true for a unique index
 * @param concurrently true when writers go on while it builds
 * @param ifNotExists true when an existing index is left alone
 * @param only true when partitions are left out
 * @param span the words {@code CREATE [UNIQUE] INDEX}
 */
public record CreateIndex(
    Optional<String> name,
    QualifiedName table,
    boolean unique,
    boolean concurrently,
    boolean ifNotExists,
    boolean only,
    Span span)
    implements Statement {}
