package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Reconciler;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.List;

/** Repair scripts for MySQL and MariaDB. */
final class MySqlReconciler implements Reconciler {

  @Override
  public RepairScript script(SchemaSnapshot from, SchemaSnapshot to, SchemaDiff wanted) {
    return new RepairScript(
        List.of(), wanted.changes().stream().map(c -> c.object().title()).toList());
  }
}
