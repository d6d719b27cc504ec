package io.github.schemagitops.statement;

/**
 * {@code CREATE INDEX}.
 *
 * @param index what is built
 * @param table the table or materialized view it is built on
 * @param concurrently true when writers go on while it builds
 * @param ifNotExists true when an existing index is left alone
 * @param only true when partitions are left out
 * @param online what MySQL or MariaDB is told about how to build it
 * @param span the words {@code CREATE [UNIQUE] INDEX}
 */
public record CreateIndex(
    IndexDefinition index,
    QualifiedName table,
    boolean concurrently,
    boolean ifNotExists,
    boolean only,
    OnlineClause online,
    Span span)
    implements Statement {}
