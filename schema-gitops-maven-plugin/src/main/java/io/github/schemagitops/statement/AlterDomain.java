package io.github.schemagitops.statement;

/**
 * {@code ALTER DOMAIN}.
 *
 * @param name the domain
 * @param kind what is done
 * @param notValid true when the rows of the tables that use it are not checked
 * @param span the words that say it; the whole statement when a constraint is added
 */
public record AlterDomain(QualifiedName name, Kind kind, boolean notValid, Span span)
    implements Statement {

  /** What is done to a domain. */
  public enum Kind {
    ADD_CONSTRAINT,
    SET_NOT_NULL,
    VALIDATE,
    /** Defaults, owners, names, and what is taken away. */
    OTHER
  }
}
