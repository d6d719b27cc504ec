package io.github.schemagitops.statement;

/**
 * {@code CREATE POLICY} and {@code ALTER POLICY}.
 *
 * @param name the policy
 * @param table the table whose rows it guards
 * @param span the words that say it
 */
public record DefinePolicy(String name, QualifiedName table, Span span) implements Statement {}
