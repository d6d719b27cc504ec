package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;
import java.util.Optional;

/** Kinds that PostgreSQL does not have. */
final class UnknownRepairs implements Family {

  private static final String REASON = "PostgreSQL has no such objects";

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
