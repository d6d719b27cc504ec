package io.github.schemagitops.dialect;

import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaSnapshot;

/**
 * Writes repair scripts. Pure: knows nothing but the snapshots. What it writes is never trusted: it
 * is run on throwaway databases before it is offered.
 */
@FunctionalInterface
public interface Reconciler {

  /**
   * The statements that turn one schema into another.
   *
   * @param from the schema as it is
   * @param to the schema as it shall be; what an added table consists of is looked up here
   * @param wanted the changes to make, from {@code from} to {@code to}; others that the snapshots
   *     have are left alone
   */
  RepairScript script(SchemaSnapshot from, SchemaSnapshot to, SchemaDiff wanted);
}
