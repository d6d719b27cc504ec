package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.Reconciler;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.regex.Pattern;

/**
 * Repair scripts for MySQL and MariaDB. What is in the connection's own database is named without
 * it, so a script runs in databases of any name. No DDL of theirs takes part in a transaction.
 */
final class MySqlReconciler implements Reconciler {

  private static final Pattern SEQUENCE_TYPE =
      Pattern.compile("^(as [a-z]+(?: unsigned)?)? ?(start with .*?)(?: ENGINE=\\w+)?$");

  @Override
  public RepairScript script(SchemaSnapshot from, SchemaSnapshot to, SchemaDiff wanted) {
    RepairGoal goal = RepairGoal.of(from, to, wanted);
    RepairStatements out = new RepairStatements();
    schemas(goal, out);
    sequences(goal, out);
    new TableRepair(goal, out).run();
    new ForeignKeyRepair(goal, out).run();
    for (SchemaObject table : goal.goal().values()) {
      if (table.kind() == ObjectKind.TABLE && goal.from().containsKey(table.title())) {
        new AlterRepair(goal, out, table).run();
      }
    }
    new ViewRepair(goal, out).run();
    new ProgramRepair(goal, out).run();
    new TriggerRepair(goal, out).run();
    new PrivilegeRepair(goal, out).run();
    return out.script();
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

  /** The type of a sequence is a statement of its own. */
  private static void alter(RepairGoal goal, RepairStatements out, SchemaObject sequence) {
    String type = SEQUENCE_TYPE.matcher(sequence.definition()).replaceFirst("$1");
    String before = SEQUENCE_TYPE.matcher(goal.before(sequence)).replaceFirst("$1");
    String alter = "ALTER SEQUENCE " + sequence.name() + " ";
    if (!type.equals(before)) {
      out.add(
          RepairPhase.SEQUENCES,
          alter + (type.isEmpty() ? "as bigint" : type),
          sequence.title(),
          Hazard.NARROW_TYPE);
    }
    out.add(
        RepairPhase.SEQUENCES,
        alter + SEQUENCE_TYPE.matcher(sequence.definition()).replaceFirst("$2"),
        sequence.title());
  }

  private static void sequences(RepairGoal goal, RepairStatements out) {
    goal.added(ObjectKind.SEQUENCE)
        .forEach(
            s ->
                out.add(
                    RepairPhase.SEQUENCES,
                    "CREATE SEQUENCE %s %s".formatted(s.name(), s.definition()),
                    s.title()));
    goal.changed(ObjectKind.SEQUENCE).forEach(s -> alter(goal, out, s));
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
