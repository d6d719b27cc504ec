package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;
import java.util.Optional;

/** Kinds that no statement is known for. */
final class UnknownRepairs implements Family {

  private static final String REASON = "no statement is known for this kind of object";

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of();
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of();
  }

  @Override
  public Repair change(Part before, Part after) {
    return new Repair.Impossible(REASON);
  }

  @Override
  public Optional<String> refusal(Part part) {
    return Optional.of(REASON);
  }
}
