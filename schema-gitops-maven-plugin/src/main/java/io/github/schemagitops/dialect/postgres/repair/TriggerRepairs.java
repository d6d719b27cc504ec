package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Triggers and rules. */
record TriggerRepairs(Scene scene) implements Family {

  private static String word(Part part) {
    return part.kind() == ObjectKind.TRIGGER ? "TRIGGER" : "RULE";
  }

  /** A partition's copy of a trigger is there already; only its state is its own. */
  @Override
  public List<RepairStatement> create(Part part) {
    FiringState trigger = FiringState.read(part.text());
    if (scene.to().originOfTrigger(part).isPresent()) {
      return List.of(state(part, trigger));
    }
    List<RepairStatement> all = new ArrayList<>();
    all.add(RepairStatement.safe(trigger.sql(), part.title()));
    if (!trigger.state().isEmpty()) {
      all.add(state(part, trigger));
    }
    return all;
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    Optional<Part> origin = scene.from().originOfTrigger(part);
    if (origin.isPresent()) {
      return List.of(state(part, FiringState.read(origin.get().text())));
    }
    return List.of(
        RepairStatement.safe(
            "DROP %s %s ON %s".formatted(word(part), part.member(), part.table()), part.title()));
  }

  @Override
  public Repair change(Part before, Part after) {
    FiringState old = FiringState.read(before.text());
    FiringState young = FiringState.read(after.text());
    return old.sql().equals(young.sql()) ? Repair.inPlace(state(after, young)) : new Repair.Anew();
  }

  private static RepairStatement state(Part part, FiringState trigger) {
    return RepairStatement.safe(
        "ALTER TABLE %s %s".formatted(part.table(), trigger.action(word(part), part.member())),
        part.title());
  }
}
