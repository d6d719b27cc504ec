package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.Reconciler;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.Set;
import java.util.TreeSet;

/**
 * Repair scripts for MySQL and MariaDB. What is in the connection's own database is named without
 * it, so a script runs in databases of any name. No DDL of theirs takes part in a transaction.
 */
final class MySqlReconciler implements Reconciler {

  @Override
  public RepairScript script(SchemaSnapshot from, SchemaSnapshot to, SchemaDiff wanted) {
    RepairGoal goal = RepairGoal.of(from, to, wanted);
    RepairStatements out = new RepairStatements();
    schemas(goal, out);
    sequences(goal, out);
    new TableRepair(goal, out).run();
    new ForeignKeyRepair(goal, out).run();
    for (String title : tablesThatStay(goal)) {
      new AlterRepair(goal, out, goal.goal().get(title)).run();
    }
    new ViewRepair(goal, out).run();
    new ProgramRepair(goal, out).run();
    new TriggerRepair(goal, out).run();
    new PrivilegeRepair(goal, out).run();
    return out.script();
  }

  private static Set<String> tablesThatStay(RepairGoal goal) {
    Set<String> titles = new TreeSet<>();
    for (SchemaObject object : goal.goal().values()) {
      if (object.kind() == ObjectKind.TABLE && goal.from().containsKey(object.title())) {
        titles.add(object.title());
      }
    }
    return titles;
  }

  private static void schemas(RepairGoal goal, RepairStatements out) {
    goal.added(ObjectKind.SCHEMA).forEach(s -> schema(out, "CREATE DATABASE %s %s", s));
    goal.changed(ObjectKind.SCHEMA).forEach(s -> schema(out, "ALTER DATABASE %s %s", s));
    goal.removed(ObjectKind.SCHEMA)
        .forEach(
            s ->
                out.add(
                    RepairPhase.DROP_SCHEMAS,
                    "DROP DATABASE " + s.name(),
                    s.title(),
                    Hazard.DROP_SCHEMA));
  }

  private static void schema(RepairStatements out, String sql, SchemaObject schema) {
    out.add(RepairPhase.SCHEMAS, sql.formatted(schema.name(), schema.definition()), schema.title());
  }

  private static void sequences(RepairGoal goal, RepairStatements out) {
    goal.added(ObjectKind.SEQUENCE)
        .forEach(
            s ->
                out.add(
                    RepairPhase.SEQUENCES,
                    "CREATE SEQUENCE %s %s".formatted(s.name(), s.definition()),
                    s.title()));
    goal.changed(ObjectKind.SEQUENCE)
        .forEach(
            s ->
                out.add(
                    RepairPhase.SEQUENCES,
                    "ALTER SEQUENCE %s %s"
                        .formatted(s.name(), s.definition().replaceFirst(" ENGINE=\\w+", "")),
                    s.title()));
    goal.removed(ObjectKind.SEQUENCE)
        .forEach(
            s ->
                out.add(
                    RepairPhase.DROP_SEQUENCES,
                    "DROP SEQUENCE " + s.name(),
                    s.title(),
                    Hazard.DROP_SEQUENCE));
  }
}
