package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.List;

/** Composite types. Their attributes have an order, and new ones come last. */
final class CompositeRepairs implements Family {

  private static List<String> attributes(String text) {
    return SqlScan.items(SqlScan.inside(text));
  }

  private static String name(String attribute) {
    int end = 0;
    while (end < attribute.length() && attribute.charAt(end) != ' ') {
      end = SqlScan.next(attribute, end);
    }
    return attribute.substring(0, end);
  }

  private static List<String> names(List<String> attributes) {
    return attributes.stream().map(CompositeRepairs::name).toList();
  }

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(
        RepairStatement.safe(
            "CREATE TYPE %s AS %s".formatted(part.name(), part.text()), part.title()));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(
        RepairStatement.hazardous("DROP TYPE " + part.name(), part.title(), Hazard.DROP_TYPE));
  }

  /** Values keep what they have only in the attributes before the first that differs. */
  @Override
  public Repair change(Part before, Part after) {
    List<String> old = attributes(before.text());
    List<String> young = attributes(after.text());
    if (names(old).equals(names(young))) {
      return new Repair.Succession();
    }
    int kept = 0;
    while (kept < Math.min(old.size(), young.size()) && old.get(kept).equals(young.get(kept))) {
      kept++;
    }
    List<RepairStatement> all = new ArrayList<>();
    for (String attribute : old.subList(kept, old.size())) {
      all.add(
          RepairStatement.hazardous(
              "ALTER TYPE %s DROP ATTRIBUTE %s".formatted(after.name(), name(attribute)),
              after.title(),
              Hazard.DROP_COLUMN));
    }
    for (String attribute : young.subList(kept, young.size())) {
      all.add(
          RepairStatement.safe(
              "ALTER TYPE %s ADD ATTRIBUTE %s".formatted(after.name(), attribute), after.title()));
    }
    return new Repair.InPlace(all, kept < old.size());
  }
}
