package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code ALTER TABLE}.
 *
 * @param table the table
 * @param actions what is done to it, as written
 * @param span the words {@code ALTER TABLE} and the table's name
 */
public record AlterTable(QualifiedName table, List<AlterAction> actions, Span span)
    implements Statement {

  public AlterTable {
    actions = List.copyOf(actions);
  }
}
