package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;

/**
 * Row level security policies. They say who sees which rows, so one that comes, goes or changes
 * gives or takes a right: somebody may have closed a table in an incident.
 */
record PolicyRepairs(Scene scene) implements Family {

  private static Clauses read(Part part) {
    return Clauses.read(part.text(), "AS", "FOR", "TO", "USING", "WITH CHECK");
  }

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(
        statement(
            "CREATE POLICY %s ON %s %s".formatted(part.member(), part.table(), part.text()), part));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(statement("DROP POLICY %s ON %s".formatted(part.member(), part.table()), part));
  }

  private RepairStatement statement(String sql, Part part) {
    return scene.isNew(part.table()) || stepsAsideOnly(part)
        ? RepairStatement.safe(sql, part.title())
        : RepairStatement.hazardous(sql, part.title(), Hazard.CHANGE_PRIVILEGES);
  }

  /** It comes back as it was, in the same transaction. */
  private boolean stepsAsideOnly(Part part) {
    return scene
        .from()
        .part(part.key())
        .map(Part::text)
        .equals(scene.to().part(part.key()).map(Part::text));
  }

  /** A policy that exists cannot lose an expression. */
  @Override
  public Repair change(Part before, Part after) {
    Clauses old = read(before);
    Clauses young = read(after);
    boolean sameFrame =
        old.get("AS").equals(young.get("AS"))
            && old.get("FOR").equals(young.get("FOR"))
            && old.values().keySet().equals(young.values().keySet());
    if (!sameFrame) {
      return new Repair.Anew();
    }
    int roles = SqlScan.indexOf(after.text(), "TO", 0);
    return Repair.inPlace(
        statement(
            "ALTER POLICY %s ON %s %s"
                .formatted(after.member(), after.table(), after.text().substring(roles)),
            after));
  }
}
