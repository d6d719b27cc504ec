package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code ALTER TABLE}.
 *
 * @param table the table
 * @param actions what is done to it, as written
 * @param ifExists true when a missing table is no error
 * @param only true when partitions and tables that inherit are left out
 * @param online what MySQL or MariaDB is told about how to do it
 * @param span the words {@code ALTER TABLE} and the table's name
 */
public record AlterTable(
    QualifiedName table,
    List<AlterAction> actions,
    boolean ifExists,
    boolean only,
    OnlineClause online,
    Span span)
    implements Statement {

  public AlterTable {
    actions = List.copyOf(actions);
  }

  /** What is done to a table with all that belongs to it. */
  public AlterTable(
      QualifiedName table,
      List<AlterAction> actions,
      boolean ifExists,
      OnlineClause online,
      Span span) {
    this(table, actions, ifExists, false, online, span);
  }
}
