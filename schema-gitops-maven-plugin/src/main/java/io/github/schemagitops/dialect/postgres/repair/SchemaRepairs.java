package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;

/** Schemas. One that still has something in it, seen or not, is not dropped. */
final class SchemaRepairs implements Family {

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(RepairStatement.safe("CREATE SCHEMA " + part.name(), part.title()));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(
        RepairStatement.hazardous("DROP SCHEMA " + part.name(), part.title(), Hazard.DROP_SCHEMA));
  }

  @Override
  public Repair change(Part before, Part after) {
    return new Repair.Impossible("a schema has nothing to change");
  }
}
