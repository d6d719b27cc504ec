package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Owners of objects. */
record OwnerRepairs(Scene scene) implements Family {

  /** What is new belongs to whoever runs the script. */
  @Override
  public List<RepairStatement> create(Part part) {
    return part.text().equals(Roles.MIGRATION_OWNER) ? List.of() : statement(part);
  }

  private List<RepairStatement> statement(Part part) {
    SchemaObject object = scene.to().object(part.name()).orElseThrow();
    if (belongsToColumn(object)) {
      return List.of();
    }
    return List.of(
        RepairStatement.hazardous(
            "ALTER %s OWNER TO %s".formatted(Subjects.sql(object), Roles.sql(part.text())),
            part.title(),
            Hazard.CHANGE_PRIVILEGES));
  }

  /** Such a sequence has the owner of its table. */
  private boolean belongsToColumn(SchemaObject object) {
    return object.kind() == ObjectKind.SEQUENCE
        && scene.to().has(Key.of(object).withAspect(Aspect.OWNED_BY));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of();
  }

  @Override
  public Repair change(Part before, Part after) {
    return refusal(after)
        .<Repair>map(Repair.Impossible::new)
        .orElseGet(() -> Repair.inPlace(statement(after)));
  }

  @Override
  public Optional<String> refusal(Part part) {
    return Roles.refusal(part.text());
  }
}
