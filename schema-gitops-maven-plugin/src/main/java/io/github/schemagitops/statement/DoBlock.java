package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code DO}: procedural code that runs at once.
 *
 * @param statements what it may run, in the order written, whatever its conditions say
 * @param span the word {@code DO}
 */
public record DoBlock(List<Statement> statements, Span span) implements Statement {

  public DoBlock {
    statements = List.copyOf(statements);
  }
}
