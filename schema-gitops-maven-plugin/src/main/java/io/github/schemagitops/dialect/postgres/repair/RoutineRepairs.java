package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;

/** Functions and procedures, whose definitions are statements. */
final class RoutineRepairs implements Family {

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(RepairStatement.safe(part.text().strip(), part.title()));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(RepairStatement.safe("DROP " + Subjects.sql(part.object()), part.title()));
  }

  @Override
  public Repair change(Part before, Part after) {
    RoutineDefinition young = RoutineDefinition.read(after.text());
    return young.canReplace(RoutineDefinition.read(before.text()))
        ? Repair.inPlace(create(after))
        : new Repair.Anew();
  }
}
