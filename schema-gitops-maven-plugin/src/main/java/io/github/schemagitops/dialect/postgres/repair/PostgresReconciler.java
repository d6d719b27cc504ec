package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Reconciler;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaSnapshot;

/**
 * Writes repair scripts for PostgreSQL.
 *
 * <p>An object is a few {@link Part}s. A {@link RepairPlan} says which go, come and change; a
 * {@link Family} per kind knows the statements; {@link DependencyGraph} and {@link RepairOrder} put
 * them in order.
 */
public final class PostgresReconciler implements Reconciler {

  @Override
  public RepairScript script(SchemaSnapshot from, SchemaSnapshot to, SchemaDiff wanted) {
    SchemaState before = new SchemaState(from.objects());
    SchemaState after = SchemaState.after(from, to, wanted);
    boolean privileges =
        to.coverage().compared().containsKey(ObjectKind.PRIVILEGE)
            && from.coverage().compared().containsKey(ObjectKind.PRIVILEGE);
    Scene scene =
        new Scene(before, after, new SchemaState(to.objects()), from.serverMajor(), privileges);
    DependencyGraph old = new DependencyGraph(before);
    DependencyGraph young = new DependencyGraph(after);
    Families families = new Families(scene);
    RepairPlan plan = new RepairPlan(scene, old, young, families);
    return new ScriptWriter(scene, plan, old, young, families).write();
  }
}
