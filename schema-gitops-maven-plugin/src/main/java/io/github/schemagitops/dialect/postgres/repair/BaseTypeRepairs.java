package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import java.util.List;
import java.util.Optional;

/** Base types: a name first, then the functions that read and write values, then the rest. */
final class BaseTypeRepairs extends StatementRepairs {

  private static final List<String> SETTINGS =
      List.of("RECEIVE", "SEND", "TYPMOD_IN", "TYPMOD_OUT", "ANALYZE", "SUBSCRIPT", "STORAGE");

  /** The type and its functions need each other, so they can only go together. */
  @Override
  public List<RepairStatement> drop(Part part) {
    boolean complete = part.text().equals(part.object().definition());
    return List.of(
        RepairStatement.hazardous(
            "DROP TYPE " + part.name() + (complete ? "" : " CASCADE"),
            part.title(),
            Hazard.DROP_TYPE));
  }

  @Override
  public Repair change(Part before, Part after) {
    List<String> old = SqlScan.items(definition(before));
    List<String> young = SqlScan.items(definition(after));
    Optional<String> settings = settings(old, young, SETTINGS);
    boolean others = !without(old, SETTINGS).equals(without(young, SETTINGS));
    return after.aspect() == Aspect.DEFINITION && settings.isPresent() && !others
        ? Repair.inPlace(alter(after, settings.get()))
        : new Repair.Impossible("what its values are cannot be changed");
  }
}
