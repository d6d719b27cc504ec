package io.github.schemagitops.statement;

/**
 * A statement that begins or ends a transaction, or a part of one.
 *
 * @param kind what it does
 * @param span the words that say it
 */
public record TransactionControl(Kind kind, Span span) implements Statement {

  /** What happens to the transaction. */
  public enum Kind {
    BEGIN,
    COMMIT,
    ROLLBACK,
    /** {@code SAVEPOINT}, {@code RELEASE} and {@code ROLLBACK TO}: the transaction goes on. */
    SAVEPOINT,
    /** {@code PREPARE TRANSACTION} and its ends. */
    TWO_PHASE
  }
}
