package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code ALTER TABLE}.
 *
 * @param table the table
 * @param actions what is done to it, as written
 * @param ifExists true when a missing table is no error
 * @param online what MySQL or MariaDB is told about how to do it
 * @param span the words {@code ALTER TABLE} and the table's name
 */
public record AlterTable(
    QualifiedName table,
    List<AlterAction> actions,
    boolean ifExists,
    OnlineClause online,
    Span span)
    implements Statement {

  public AlterTable {
    actions = List.copyOf(actions);
  }
}
