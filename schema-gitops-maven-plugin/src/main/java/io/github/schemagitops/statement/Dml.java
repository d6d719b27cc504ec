package io.github.schemagitops.statement;

import java.util.Optional;

/**
 * A statement about rows.
 *
 * @param kind what it does with them
 * @param table the table it writes, when it writes one
 * @param span the words that say it
 */
public record Dml(Kind kind, Optional<QualifiedName> table, Span span) implements Statement {

  /** What is done with rows. */
  public enum Kind {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    TRUNCATE,
    COPY
  }
}
