package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code CREATE FUNCTION} or {@code CREATE PROCEDURE}.
 *
 * @param name the routine
 * @param orReplace true when an existing one is replaced, or left alone
 * @param body what it may run when somebody calls it, in the order written
 * @param isVolatile true unless it promises the same answer for every row of a statement
 * @param span the words that say it
 */
public record CreateRoutine(
    QualifiedName name, boolean orReplace, List<Statement> body, boolean isVolatile, Span span)
    implements Statement {

  /** A routine that promises nothing. */
  public CreateRoutine(QualifiedName name, boolean orReplace, List<Statement> body, Span span) {
    this(name, orReplace, body, true, span);
  }

  public CreateRoutine {
    body = List.copyOf(body);
  }
}
