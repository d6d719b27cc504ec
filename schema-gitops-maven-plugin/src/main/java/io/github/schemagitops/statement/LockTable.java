package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code LOCK TABLE}, and MySQL's {@code LOCK TABLES}.
 *
 * @param tables what is locked
 * @param mode how, in capitals, for instance {@code ACCESS EXCLUSIVE} or {@code WRITE}
 * @param span the words that say it
 */
public record LockTable(List<QualifiedName> tables, String mode, Span span) implements Statement {

  public LockTable {
    tables = List.copyOf(tables);
  }
}
