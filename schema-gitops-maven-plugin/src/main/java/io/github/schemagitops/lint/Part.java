package io.github.schemagitops.lint;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.Optional;

/**
 * One thing that a migration does: a statement, or one of a block or of a routine that it calls.
 *
 * @param sql the statement in the file
 * @param number its 1-based position in the file
 * @param statement what is done
 * @param nested true when it stands in a block, or in a routine that is called here
 * @param call the words that call the routine it stands in; its own positions mean nothing here
 *     then
 */
public record Part(
    SqlStatement sql, int number, Statement statement, boolean nested, Optional<Span> call) {}
