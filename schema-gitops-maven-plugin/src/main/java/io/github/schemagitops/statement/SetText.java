package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code SET} of a user's variable, which may hold SQL.
 *
 * @param variable its name in lower case, with the sign in front
 * @param statements what running it may do, whatever its conditions say; a {@link NotAnalysed} for
 *     a text that is computed
 * @param span the words that say it
 */
public record SetText(String variable, List<Statement> statements, Span span) implements Statement {

  public SetText {
    statements = List.copyOf(statements);
  }
}
