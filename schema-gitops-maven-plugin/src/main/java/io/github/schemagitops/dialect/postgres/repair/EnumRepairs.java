package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Enums. Values can be added and renamed; to lose one or change places, a type gets a successor.
 */
final class EnumRepairs implements Family {

  /** Values as SQL literals. */
  private static List<String> values(String text) {
    return SqlScan.items(SqlScan.inside(text.substring("ENUM ".length())));
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

  @Override
  public Repair change(Part before, Part after) {
    List<String> old = values(before.text());
    List<String> young = values(after.text());
    List<String> kept = young.stream().filter(old::contains).toList();
    if (kept.equals(old)) {
      return Repair.inPlace(additions(after, old, young));
    }
    return isRenaming(old, young)
        ? Repair.inPlace(renamings(after, old, young))
        : new Repair.Succession();
  }

  private static List<RepairStatement> additions(Part part, List<String> old, List<String> young) {
    List<RepairStatement> all = new ArrayList<>();
    for (int i = 0; i < young.size(); i++) {
      if (!old.contains(young.get(i))) {
        all.add(alter(part, "ADD VALUE " + young.get(i) + place(old, young, i)));
      }
    }
    return all;
  }

  private static String place(List<String> old, List<String> young, int i) {
    if (i > 0) {
      return " AFTER " + young.get(i - 1);
    }
    return old.isEmpty() ? "" : " BEFORE " + old.get(0);
  }

  /** The same number of values, and those that differ are in one list only: nothing else can be. */
  private static boolean isRenaming(List<String> old, List<String> young) {
    if (old.size() != young.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      boolean same = old.get(i).equals(young.get(i));
      if (!same && (new HashSet<>(young).contains(old.get(i)) || old.contains(young.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<RepairStatement> renamings(Part part, List<String> old, List<String> young) {
    List<RepairStatement> all = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(young.get(i))) {
        all.add(alter(part, "RENAME VALUE %s TO %s".formatted(old.get(i), young.get(i))));
      }
    }
    return all;
  }

  private static RepairStatement alter(Part part, String action) {
    return RepairStatement.safe("ALTER TYPE %s %s".formatted(part.name(), action), part.title());
  }
}
