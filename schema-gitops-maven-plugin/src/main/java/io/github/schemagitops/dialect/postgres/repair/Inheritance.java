package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** Makes existing tables partitions or children of others, and takes them out again. */
record Inheritance(Scene scene) {

  /** The table has the columns that it needs. */
  List<RepairStatement> begin(Part part) {
    TableDefinition table = TableDefinition.read(part.object().definition());
    if (table.partitionOf().isPresent()) {
      return List.of(
          RepairStatement.hazardous(
              "ALTER TABLE %s ATTACH PARTITION %s %s"
                  .formatted(table.partitionOf().get(), part.name(), table.bound()),
              part.title(),
              Hazard.VALIDATE_ROWS));
    }
    return table.parents().stream()
        .filter(parent -> !scene.keptParents(part.name()).contains(parent))
        .map(
            parent ->
                RepairStatement.safe(
                    "ALTER TABLE %s INHERIT %s".formatted(part.name(), parent), part.title()))
        .toList();
  }

  /** The table keeps as its own what it had from its parents: what it shall not have goes then. */
  List<RepairStatement> end(Part part) {
    TableDefinition table = TableDefinition.read(part.object().definition());
    List<RepairStatement> all = new ArrayList<>();
    if (table.partitionOf().isPresent()) {
      all.add(
          RepairStatement.hazardous(
              "ALTER TABLE %s DETACH PARTITION %s%s"
                  .formatted(
                      table.partitionOf().get(), part.name(), table.detaching() ? " FINALIZE" : ""),
              part.title(),
              Hazard.DETACH_PARTITION));
      if (scene.leaves(part.name()).isEmpty()) {
        return all;
      }
    }
    List<String> left = new ArrayList<>(table.allParents());
    left.removeAll(scene.keptParents(part.name()));
    for (String parent : table.partitionOf().isPresent() ? List.<String>of() : left) {
      all.add(
          RepairStatement.safe(
              "ALTER TABLE %s NO INHERIT %s".formatted(part.name(), parent), part.title()));
    }
    for (String parent : left) {
      leftConstraints(part, parent).forEach(all::add);
    }
    return all;
  }

  /** Constraints that the table keeps from a parent and shall not have; keys have other names. */
  private List<RepairStatement> leftConstraints(Part part, String parent) {
    return Scene.withAncestors(scene.from(), parent, ObjectKind.CONSTRAINT).stream()
        .filter(
            c -> {
              ConstraintDefinition constraint = ConstraintDefinition.read(c.text());
              return constraint.isInherited() || constraint.isForeignKey();
            })
        .map(Part::member)
        .filter(name -> !has(scene.from(), part, name) && !has(scene.to(), part, name))
        .filter(name -> !isKept(part, name))
        .map(
            name ->
                RepairStatement.safe(
                    "ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s".formatted(part.name(), name),
                    part.title()))
        .toList();
  }

  /** It has it from another parent too. */
  private boolean isKept(Part table, String constraint) {
    return scene.keptParents(table.name()).stream()
        .flatMap(p -> Scene.withAncestors(scene.to(), p, ObjectKind.CONSTRAINT).stream())
        .anyMatch(c -> c.member().equals(constraint));
  }

  private static boolean has(SchemaState state, Part table, String constraint) {
    return state.has(Key.whole(ObjectKind.CONSTRAINT, table.name() + "." + constraint));
  }

  /**
   * The checks that a table gets from its new parents and shall not have in its own right: they are
   * made after it has become a child, for only then they are not its own.
   */
  static List<Key> checksToComeLater(Scene scene, Part part) {
    TableDefinition table = TableDefinition.read(part.object().definition());
    if (table.partitionOf().isPresent() || scene.isNew(part.name())) {
      return List.of();
    }
    return table.parents().stream()
        .filter(parent -> !scene.keptParents(part.name()).contains(parent))
        .flatMap(p -> Scene.withAncestors(scene.to(), p, ObjectKind.CONSTRAINT).stream())
        .filter(c -> ConstraintDefinition.read(c.text()).isInherited())
        .filter(c -> !has(scene.to(), part, c.member()))
        .map(Part::key)
        .toList();
  }

  /**
   * True when a table has or keeps a constraint or index by what happens to its parents: it keeps
   * what it had from one that it leaves, and shares what it has with a partitioned table that it
   * joins.
   */
  static boolean isShared(Scene scene, Part part, boolean leaving) {
    List<String> parents = leaving ? scene.leaves(part.table()) : scene.joins(part.table());
    SchemaState state = leaving ? scene.from() : scene.to();
    return parents.stream()
        .flatMap(parent -> Scene.withAncestors(state, parent, part.kind()).stream())
        .anyMatch(
            shared ->
                isLike(part, shared) && (state.isPartitioned(shared.table()) || isCheck(part)));
  }

  /** An ordinary parent shares nothing else. */
  private static boolean isCheck(Part part) {
    return part.kind() == ObjectKind.CONSTRAINT
        && ConstraintDefinition.read(part.text()).isInherited();
  }

  private static boolean isLike(Part own, Part shared) {
    if (own.kind() == ObjectKind.INDEX) {
      return IndexDefinition.read(own.text()).isLike(IndexDefinition.read(shared.text()));
    }
    ConstraintDefinition constraint = ConstraintDefinition.read(own.text());
    return own.text().equals(shared.text())
        && (constraint.hasIndex() || own.member().equals(shared.member()));
  }
}
