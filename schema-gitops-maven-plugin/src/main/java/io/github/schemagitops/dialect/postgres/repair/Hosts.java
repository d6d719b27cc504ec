package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whose statement makes or takes away a part that needs none of its own. */
record Hosts(Scene scene, RepairPlan plan) {

  /** The part whose statement takes this one away; the part itself when that is its own. */
  Key whenDropped(Key key) {
    Key host = key;
    for (Optional<Key> next = dropper(host); next.isPresent(); next = dropper(host)) {
      host = next.get();
    }
    return host;
  }

  private Optional<Key> dropper(Key key) {
    Part part = scene.from().part(key).orElseThrow();
    if (key.aspect() != Aspect.WHOLE) {
      return ifDropped(key.withAspect(Aspect.WHOLE));
    }
    if (key.kind() == ObjectKind.SEQUENCE) {
      return scene
          .from()
          .part(key.withAspect(Aspect.OWNED_BY))
          .flatMap(owner -> ifDropped(Key.whole(ObjectKind.COLUMN, owner.text())));
    }
    if (part.object().parent().isPresent() && !isInCircle(part)) {
      Optional<Key> parent =
          Stream.of(ObjectKind.values())
              .filter(SchemaState::isParent)
              .flatMap(kind -> ifDropped(Key.whole(kind, part.table())).stream())
              .findFirst();
      if (parent.isPresent()) {
        return parent;
      }
    }
    if (DependencyGraph.isRoutine(key.kind())) {
      return ofBaseType(part);
    }
    return Subjects.of(part.object())
        .flatMap(scene.from()::object)
        .flatMap(subject -> ifDropped(Key.of(subject)))
        .or(() -> scene.from().originOfTrigger(part).flatMap(o -> ifDropped(o.key())));
  }

  /** A base type and the functions that read and write its values can only go together. */
  private Optional<Key> ofBaseType(Part routine) {
    return plan.dropped().stream()
        .filter(k -> k.aspect() == Aspect.DEFINITION)
        .filter(
            k ->
                scene
                    .from()
                    .part(k)
                    .filter(t -> DependencyGraph.isFunctionOf(routine, t))
                    .isPresent())
        .map(k -> k.withAspect(Aspect.WHOLE))
        .findFirst();
  }

  private Optional<Key> ifDropped(Key key) {
    return plan.dropped().contains(key) ? Optional.of(key) : Optional.empty();
  }

  /** Tables that reference each other can only be dropped when that has an end. */
  private boolean isInCircle(Part part) {
    if (part.kind() != ObjectKind.CONSTRAINT) {
      return false;
    }
    Optional<String> referenced = ConstraintDefinition.read(part.text()).referencedTable();
    return referenced.isPresent()
        && !referenced.get().equals(part.table())
        && references(referenced.get(), part.table(), new HashSet<>());
  }

  private boolean references(String from, String to, Set<String> seen) {
    if (!plan.dropped().contains(Key.whole(ObjectKind.TABLE, from)) || !seen.add(from)) {
      return false;
    }
    return scene.from().members(from, ObjectKind.CONSTRAINT).stream()
        .flatMap(c -> ConstraintDefinition.read(c.text()).referencedTable().stream())
        .anyMatch(table -> table.equals(to) || references(table, to, seen));
  }

  /** The part whose statement makes this one; the part itself when that is its own. */
  Key whenCreated(Key key) {
    Key host = key;
    for (Optional<Key> next = creator(host); next.isPresent(); next = creator(host)) {
      host = next.get();
    }
    return host;
  }

  private Optional<Key> creator(Key key) {
    return switch (key.aspect()) {
      case DEFAULT, IDENTITY, INHERITANCE -> ifCreated(key.withAspect(Aspect.WHOLE));
      case WHOLE ->
          key.kind() == ObjectKind.COLUMN
              ? ifCreated(scene.to().tableKey(scene.to().part(key).orElseThrow().table()))
              : Optional.empty();
      case OWNED_BY, REPLICA_IDENTITY, DEFINITION -> Optional.empty();
    };
  }

  private Optional<Key> ifCreated(Key key) {
    return plan.created().contains(key) ? Optional.of(key) : Optional.empty();
  }
}
