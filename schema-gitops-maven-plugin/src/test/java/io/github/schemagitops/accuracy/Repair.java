package io.github.schemagitops.accuracy;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What became of an attempt to bring a database from one schema to another. */
sealed interface Repair {

  /** The script ran, and a second look finds exactly the schema that was wanted. */
  record Proven(Set<Hazard> hazards) implements Repair {}

  /** No script was offered. */
  record Impossible(List<String> reasons) implements Repair {}

  /** A script was offered that does not do what it says. */
  record Refuted(String why) implements Repair {}

  /**
   * Writes the script and runs it.
   *
   * @param from the schema that the database has
   * @param to the schema that it shall have
   */
  static Repair on(Copy database, SchemaSnapshot from, SchemaSnapshot to) throws SQLException {
    SchemaDiff wanted = SchemaDiffer.compare(from, to);
    RepairScript script = database.dialect().reconciler().script(from, to, wanted);
    if (!script.impossible().isEmpty()) {
      return new Impossible(script.impossible());
    }
    List<String> statements = script.statements().stream().map(RepairStatement::sql).toList();
    try {
      database.execute(statements);
    } catch (SQLException e) {
      return new Refuted(e.getMessage() + "\n" + String.join(";\n", statements));
    }
    SchemaDiff left = SchemaDiffer.compare(to, database.inspect());
    return left.isEmpty()
        ? new Proven(hazards(script))
        : new Refuted(left.changes() + "\n" + String.join(";\n", statements));
  }

  private static Set<Hazard> hazards(RepairScript script) {
    Set<Hazard> all = EnumSet.noneOf(Hazard.class);
    script.statements().forEach(s -> all.addAll(s.hazards()));
    return all;
  }
}
