package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Constraints of tables. */
record ConstraintRepairs(Scene scene) implements Family {

  @Override
  public List<RepairStatement> create(Part part) {
    if (Inheritance.isShared(scene, part, true)) {
      return List.of();
    }
    ConstraintDefinition constraint = ConstraintDefinition.read(part.text());
    List<RepairStatement> all = new ArrayList<>();
    String add =
        "ALTER TABLE %s%s ADD CONSTRAINT %s %s"
            .formatted(
                constraint.notes().valid() ? "" : "ONLY ",
                part.table(),
                part.member(),
                constraint.sql());
    all.add(
        new RepairStatement(
            add,
            part.title(),
            scene.hasRows(part.table()) ? hazards(part, constraint) : Set.of(),
            true));
    all.addAll(triggers(part, ConstraintTriggers.USUAL, constraint.notes().triggers()));
    if (constraint.notes().clustered()) {
      all.add(IndexRepairs.cluster(part, part.member()));
    }
    return all;
  }

  @Override
  public Optional<String> refusal(Part part) {
    return ConstraintDefinition.read(part.text()).notes().valid()
            || scene.to().isPartitioned(part.table())
        ? Optional.empty()
        : Optional.of(IndexRepairs.NEVER_INVALID);
  }

  /** Those of one that a table with rows gets. */
  private Set<Hazard> hazards(Part part, ConstraintDefinition constraint) {
    Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
    if (!constraint.notValid() && !isUnchanged(part)) {
      hazards.add(Hazard.VALIDATE_ROWS);
    }
    if (constraint.hasIndex()) {
      hazards.add(Hazard.BLOCK_WRITES);
    }
    return hazards;
  }

  /** The rows that are there have already been checked. */
  private boolean isUnchanged(Part part) {
    return scene.from().part(part.key()).filter(p -> p.text().equals(part.text())).isPresent();
  }

  private static List<RepairStatement> triggers(
      Part part, ConstraintTriggers old, ConstraintTriggers young) {
    return old.equals(young)
        ? List.of()
        : List.of(
            RepairStatement.safe(
                young.changesFrom(old, part.table(), part.member()), part.title()));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    if (Inheritance.isShared(scene, part, false)) {
      return List.of();
    }
    return List.of(
        RepairStatement.safe(
            "ALTER TABLE %s DROP CONSTRAINT %s".formatted(part.table(), part.member()),
            part.title()));
  }

  /**
   * A constraint that was silenced is made anew when it shall work again: rows may have come that
   * break it, and only then they are found.
   */
  @Override
  public Repair change(Part before, Part after) {
    ConstraintDefinition old = ConstraintDefinition.read(before.text());
    ConstraintDefinition young = ConstraintDefinition.read(after.text());
    Optional<String> refusal = refusal(after);
    if (refusal.isPresent()) {
      return new Repair.Impossible(refusal.get());
    }
    boolean sameDeferral = old.deferrable().equals(young.deferrable());
    if (!old.body().equals(young.body())
        || (!old.notValid() && young.notValid())
        || old.notes().triggers().missedWhatIsCheckedBy(young.notes().triggers())
        || old.notes().valid() != young.notes().valid()
        || (!sameDeferral && !old.isForeignKey())) {
      return new Repair.Anew();
    }
    List<RepairStatement> all = new ArrayList<>();
    if (!sameDeferral) {
      String deferral = young.deferrable().isEmpty() ? "NOT DEFERRABLE" : young.deferrable();
      all.add(alter(after, "ALTER CONSTRAINT %s %s".formatted(after.member(), deferral)));
    }
    if (old.notValid() && !young.notValid()) {
      all.add(alter(after, "VALIDATE CONSTRAINT " + after.member(), Hazard.VALIDATE_ROWS));
    }
    all.addAll(triggers(after, old.notes().triggers(), young.notes().triggers()));
    if (young.hasIndex()) {
      String index = Names.schema(after.table()) + "." + after.member();
      all.addAll(IndexRepairs.storage(after, index, old.options(), young.options()));
      all.addAll(new IndexRepairs(scene).notes(after, index, old.notes(), young.notes()));
    }
    return Repair.inPlace(all);
  }

  private static RepairStatement alter(Part part, String action, Hazard... hazards) {
    return RepairStatement.hazardous(
        "ALTER TABLE %s %s".formatted(part.table(), action), part.title(), hazards);
  }
}
