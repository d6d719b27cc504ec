package io.github.schemagitops.dialect;

import java.util.Set;

/**
 * One statement of a repair script.
 *
 * @param sql one statement, without the delimiter at its end
 * @param object title of the object that it brings about, as in {@code
 *     io.github.schemagitops.schema.SchemaObject#title()}
 * @param hazards what it may destroy; empty for a statement that may always run
 * @param transactional false when it cannot run in a transaction
 */
public record RepairStatement(
    String sql, String object, Set<Hazard> hazards, boolean transactional) {

  public RepairStatement {
    hazards = Set.copyOf(hazards);
  }

  /** A statement that destroys nothing. */
  public static RepairStatement safe(String sql, String object) {
    return new RepairStatement(sql, object, Set.of(), true);
  }

  /** A statement that needs permission. */
  public static RepairStatement hazardous(String sql, String object, Hazard... hazards) {
    return new RepairStatement(sql, object, Set.of(hazards), true);
  }

  /** True when nothing can be lost. */
  public boolean isSafe() {
    return hazards.isEmpty();
  }
}
