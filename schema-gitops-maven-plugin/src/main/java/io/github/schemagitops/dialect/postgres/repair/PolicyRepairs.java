package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;

/** Row level security policies. */
final class PolicyRepairs implements Family {

  private static Clauses read(Part part) {
    return Clauses.read(part.text(), "AS", "FOR", "TO", "USING", "WITH CHECK");
  }

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(
        RepairStatement.safe(
            "CREATE POLICY %s ON %s %s".formatted(part.member(), part.table(), part.text()),
            part.title()));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(
        RepairStatement.safe(
            "DROP POLICY %s ON %s".formatted(part.member(), part.table()), part.title()));
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
        RepairStatement.safe(
            "ALTER POLICY %s ON %s %s"
                .formatted(after.member(), after.table(), after.text().substring(roles)),
            after.title()));
  }
}
