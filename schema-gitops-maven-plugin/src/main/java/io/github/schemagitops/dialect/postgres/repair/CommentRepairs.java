package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Comments on objects of all kinds. */
record CommentRepairs(Scene scene) implements Family {

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(comment(part, Names.literal(part.text())));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(comment(part, "NULL"));
  }

  @Override
  public Repair change(Part before, Part after) {
    return Repair.inPlace(create(after));
  }

  @Override
  public Optional<String> refusal(Part part) {
    return subject(part).isPresent() ? Optional.empty() : Optional.of("what it is on is not there");
  }

  private Optional<SchemaObject> subject(Part part) {
    return scene.to().object(part.name()).or(() -> scene.from().object(part.name()));
  }

  private RepairStatement comment(Part part, String text) {
    return RepairStatement.safe(
        "COMMENT ON %s IS %s".formatted(Subjects.sql(subject(part).orElseThrow()), text),
        part.title());
  }
}
