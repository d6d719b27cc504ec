package io.github.schemagitops.dialect.postgres.repair;

import java.util.List;
import java.util.Optional;

/** Operators: how often they are true can be changed, the rest is made anew. */
final class OperatorRepairs extends StatementRepairs {

  private static final List<String> ESTIMATES = List.of("RESTRICT", "JOIN");

  @Override
  public Repair change(Part before, Part after) {
    List<String> old = SqlScan.items(definition(before));
    List<String> young = SqlScan.items(definition(after));
    Optional<String> settings = settings(old, young, ESTIMATES);
    return without(old, ESTIMATES).equals(without(young, ESTIMATES)) && settings.isPresent()
        ? Repair.inPlace(alter(after, settings.get()))
        : new Repair.Anew();
  }
}
