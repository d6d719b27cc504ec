package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.List;

/** Event triggers. */
final class EventTriggerRepairs extends StatementRepairs {

  @Override
  public List<RepairStatement> create(Part part) {
    FiringState trigger = FiringState.read(part.text());
    List<RepairStatement> all = new ArrayList<>();
    all.add(RepairStatement.safe(trigger.sql(), part.title()));
    if (!trigger.state().isEmpty()) {
      all.add(alter(part, trigger.verb()));
    }
    return all;
  }

  @Override
  public Repair change(Part before, Part after) {
    FiringState young = FiringState.read(after.text());
    return FiringState.read(before.text()).sql().equals(young.sql())
        ? Repair.inPlace(alter(after, young.verb()))
        : new Repair.Anew();
  }
}
