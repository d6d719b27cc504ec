package io.github.schemagitops.dialect;

import java.util.List;

/**
 * The sizes of tables as a server keeps them for itself.
 *
 * @param tables in no order
 * @param unseen why there may be more tables than these
 */
public record TableStatistics(List<TableSize> tables, List<String> unseen) {

  public TableStatistics {
    tables = List.copyOf(tables);
    unseen = List.copyOf(unseen);
  }
}
