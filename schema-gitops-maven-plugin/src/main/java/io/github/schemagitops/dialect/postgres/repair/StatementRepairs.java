package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.ObjectKind;
import java.util.List;
import java.util.Optional;

/** Kinds whose definition is the statement that makes them: collations, range types, casts. */
class StatementRepairs implements Family {

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(RepairStatement.safe(part.text(), part.title()));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    String sql = "DROP " + Subjects.sql(part.object());
    return List.of(
        holdsValues(part.kind())
            ? RepairStatement.hazardous(sql, part.title(), Hazard.DROP_TYPE)
            : RepairStatement.safe(sql, part.title()));
  }

  private static boolean holdsValues(ObjectKind kind) {
    return switch (kind) {
      case RANGE_TYPE, BASE_TYPE, EXTENSION, FOREIGN_SERVER, COLLATION -> true;
      default -> false;
    };
  }

  @Override
  public Repair change(Part before, Part after) {
    return new Repair.Anew();
  }

  /** {@code ALTER …} and an action. */
  static RepairStatement alter(Part part, String action, Hazard... hazards) {
    return RepairStatement.hazardous(
        "ALTER %s %s".formatted(Subjects.sql(part.object()), action), part.title(), hazards);
  }

  /** Options in parentheses after the first that begins with one of these words. */
  static String definition(Part part) {
    int open = part.text().indexOf(" (");
    return open < 0 ? "" : SqlScan.inside(part.text().substring(open + 1));
  }

  /** The value of an option {@code NAME = value} in a list. */
  static Optional<String> option(List<String> options, String name) {
    return options.stream()
        .filter(o -> o.startsWith(name + " = "))
        .map(o -> o.substring(name.length() + " = ".length()))
        .findFirst();
  }

  /** The options other than some. */
  static List<String> without(List<String> options, List<String> names) {
    return options.stream()
        .filter(o -> names.stream().noneMatch(n -> o.startsWith(n + " = ")))
        .toList();
  }

  /** {@code SET (NAME = value, …)} for those that differ; empty when none does. */
  static Optional<String> settings(List<String> old, List<String> young, List<String> names) {
    List<String> changes =
        names.stream()
            .filter(n -> !option(old, n).equals(option(young, n)))
            .map(n -> n + " = " + option(young, n).orElse("NONE"))
            .toList();
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of("SET (" + String.join(", ", changes) + ")");
  }
}
