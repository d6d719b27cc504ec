package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.List;

/** Constraints of tables. */
record ConstraintRepairs(Scene scene) implements Family {

  /** A foreign key's triggers have names that only the server knows. */
  private static final String SILENCE =
      """
      DO $$
      DECLARE
        enforcing record;
      BEGIN
        FOR enforcing IN
          SELECT t.tgrelid::regclass AS relation, t.tgname AS name
          FROM pg_trigger t JOIN pg_constraint c ON c.oid = t.tgconstraint
          WHERE c.conrelid = %s::regclass AND c.conname = %s
        LOOP
          EXECUTE format('ALTER TABLE %%s DISABLE TRIGGER %%I', enforcing.relation, enforcing.name);
        END LOOP;
      END
      $$""";

  @Override
  public List<RepairStatement> create(Part part) {
    if (Inheritance.isShared(scene, part, true)) {
      return List.of();
    }
    ConstraintDefinition constraint = ConstraintDefinition.read(part.text());
    List<RepairStatement> all = new ArrayList<>();
    String add =
        "ALTER TABLE %s ADD CONSTRAINT %s %s"
            .formatted(part.table(), part.member(), constraint.sql());
    all.add(
        scene.isNew(part.table()) || constraint.notValid() || isUnchanged(part)
            ? RepairStatement.safe(add, part.title())
            : RepairStatement.hazardous(add, part.title(), Hazard.VALIDATE_ROWS));
    if (constraint.silenced()) {
      all.add(silence(part));
    }
    return all;
  }

  /** The rows that are there have already been checked. */
  private boolean isUnchanged(Part part) {
    return scene.from().part(part.key()).filter(p -> p.text().equals(part.text())).isPresent();
  }

  private static RepairStatement silence(Part part) {
    return RepairStatement.safe(
        SILENCE.formatted(
            Names.literal(part.table()), Names.literal(Names.unquoted(part.member()))),
        part.title());
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
   * A foreign key that was silenced is made anew when it shall work again: rows may have come that
   * break it, and only then they are found.
   */
  @Override
  public Repair change(Part before, Part after) {
    ConstraintDefinition old = ConstraintDefinition.read(before.text());
    ConstraintDefinition young = ConstraintDefinition.read(after.text());
    boolean sameDeferral = old.deferrable().equals(young.deferrable());
    boolean unvalidated = !old.notValid() && young.notValid();
    boolean wakes = old.silenced() && !young.silenced();
    if (!old.body().equals(young.body())
        || unvalidated
        || wakes
        || (!sameDeferral && !old.isForeignKey())) {
      return new Repair.Anew();
    }
    List<RepairStatement> all = new ArrayList<>();
    if (!sameDeferral) {
      String deferral = young.deferrable().isEmpty() ? "NOT DEFERRABLE" : young.deferrable();
      all.add(
          RepairStatement.safe(
              "ALTER TABLE %s ALTER CONSTRAINT %s %s"
                  .formatted(after.table(), after.member(), deferral),
              after.title()));
    }
    if (old.notValid() && !young.notValid()) {
      all.add(
          RepairStatement.hazardous(
              "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(after.table(), after.member()),
              after.title(),
              Hazard.VALIDATE_ROWS));
    }
    if (!old.silenced() && young.silenced()) {
      all.add(silence(after));
    }
    return Repair.inPlace(all);
  }
}
