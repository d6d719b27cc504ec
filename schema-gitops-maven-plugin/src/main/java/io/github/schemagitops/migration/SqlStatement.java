package io.github.schemagitops.migration;

/**
 * One statement of a migration, with the boundaries the engine will use.
 *
 * @param sql the text after placeholder replacement, without the closing delimiter; starts at the
 *     first character that is neither white space nor comment
 * @param line 1-based line in the file where {@code sql} starts
 * @param column 1-based column of that line
 * @param transactional false when the engine knows that it cannot run inside a transaction
 */
public record SqlStatement(String sql, int line, int column, boolean transactional) {}
