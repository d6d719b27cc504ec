package io.github.schemagitops.dialect;

import java.util.List;

/**
 * Statements that bring one schema to another.
 *
 * @param statements in an order in which they can run
 * @param impossible changes for which no statement is known, with the reason, one phrase each:
 *     {@code table public.orders: order of partitions}
 */
public record RepairScript(List<RepairStatement> statements, List<String> impossible) {

  public RepairScript {
    statements = List.copyOf(statements);
    impossible = List.copyOf(impossible);
  }
}
