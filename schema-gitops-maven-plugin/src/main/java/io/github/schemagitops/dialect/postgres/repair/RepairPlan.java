package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides for every part whether it goes, comes or changes in place, and what has to step aside
 * meanwhile.
 */
final class RepairPlan {

  /** What happens to a part, as what needs it feels it. */
  private enum Effect {
    /** It goes for good. */
    GOES,
    /** It goes and comes back. */
    RETURNS,
    /** It stays, but nothing may read it while it changes. */
    CHANGES,
    /** A type that gets a successor. */
    IS_SUCCEEDED
  }

  private record Cause(Key key, Effect effect) {}

  private final Scene scene;
  private final DependencyGraph before;
  private final DependencyGraph after;
  private final Families families;
  private final Deque<Cause> causes = new ArrayDeque<>();

  private final SortedSet<Key> dropped = new TreeSet<>();
  private final SortedSet<Key> created = new TreeSet<>();
  private final SortedSet<Key> late = new TreeSet<>();
  private final SortedSet<Key> succeeded = new TreeSet<>();
  private final SortedSet<Key> retyped = new TreeSet<>();
  private final SortedMap<Key, List<RepairStatement>> changed = new TreeMap<>();
  private final SortedMap<Key, String> impossible = new TreeMap<>();
  private final Map<Key, Set<Key>> extraNeeds = new HashMap<>();
  private final Components components = new Components();

  RepairPlan(Scene scene, DependencyGraph before, DependencyGraph after, Families families) {
    this.scene = scene;
    this.before = before;
    this.after = after;
    this.families = families;
    SortedSet<Key> all = new TreeSet<>(scene.from().parts().keySet());
    all.addAll(scene.to().parts().keySet());
    all.forEach(this::decide);
    created.stream()
        .filter(key -> key.aspect() == Aspect.INHERITANCE)
        .toList()
        .forEach(this::bringChecksLater);
    while (!causes.isEmpty()) {
      Cause cause = causes.remove();
      before.neededBy(cause.key()).forEach(key -> react(cause, key));
    }
    late.addAll(alsoLate());
    List.copyOf(impossible.keySet()).forEach(this::spread);
  }

  /** Parts to take away; those to come back are in {@link #created} too. */
  SortedSet<Key> dropped() {
    return dropped;
  }

  /** Parts to make. */
  SortedSet<Key> created() {
    return created;
  }

  /** Those of {@link #dropped} that must go after everything else has changed. */
  SortedSet<Key> late() {
    return late;
  }

  /** Types that are renamed first and dropped last. */
  SortedSet<Key> succeeded() {
    return succeeded;
  }

  /** Columns that change to the successors of their types. */
  SortedSet<Key> retyped() {
    return retyped;
  }

  /** Statements for parts that change in place. */
  SortedMap<Key, List<RepairStatement>> changed() {
    return changed;
  }

  /** Reasons, by part; whatever belongs together with it cannot be done either. */
  SortedMap<Key, String> impossible() {
    return impossible;
  }

  /** What must be there before a part is made, beyond what its definition mentions. */
  Set<Key> extraNeeds(Key key) {
    return extraNeeds.getOrDefault(key, Set.of());
  }

  Components components() {
    return components;
  }

  private void decide(Key key) {
    Optional<Part> old = scene.from().part(key);
    Optional<Part> young = scene.to().part(key);
    if (old.isEmpty()) {
      families
          .of(key)
          .refusal(young.orElseThrow())
          .ifPresent(reason -> impossible.put(key, reason));
      created.add(key);
    } else if (young.isEmpty()) {
      dropped.add(key);
      causes.add(new Cause(key, Effect.GOES));
    } else if (!old.get().text().equals(young.get().text()) || follows(key)) {
      change(key, families.of(key).change(old.get(), young.get()));
    }
  }

  /** The column of a child table changes when its parent's does. */
  private boolean follows(Key key) {
    return key.kind() == ObjectKind.COLUMN
        && key.aspect() == Aspect.WHOLE
        && scene
            .from()
            .part(key)
            .filter(p -> !scene.from().parents(p.table()).isEmpty())
            .isPresent();
  }

  private void change(Key key, Repair repair) {
    if (repair instanceof Repair.InPlace inPlace) {
      if (!inPlace.statements().isEmpty()) {
        changed.put(key, inPlace.statements());
      }
      if (inPlace.disturbs()) {
        causes.add(new Cause(key, Effect.CHANGES));
      }
    } else if (repair instanceof Repair.Anew) {
      makeAnew(key);
    } else if (repair instanceof Repair.Succession) {
      succeed(key);
    } else if (repair instanceof Repair.Impossible reason) {
      impossible.put(key, reason.reason());
    }
  }

  private void makeAnew(Key key) {
    changed.remove(key);
    created.add(key);
    if (dropped.add(key)) {
      causes.add(new Cause(key, Effect.RETURNS));
    }
  }

  private void succeed(Key type) {
    if (succeeded.add(type)) {
      changed.remove(type);
      causes.add(new Cause(type, Effect.IS_SUCCEEDED));
    }
  }

  private void bringChecksLater(Key inheritance) {
    for (Key check :
        Inheritance.checksToComeLater(scene, scene.to().part(inheritance).orElseThrow())) {
      extraNeeds.computeIfAbsent(check, k -> new TreeSet<>()).add(inheritance);
      if (scene.from().has(check)) {
        components.join(inheritance, check);
        makeAnew(check);
      }
    }
  }

  private void react(Cause cause, Key key) {
    if (!scene.to().has(key)) {
      return;
    }
    Dependent dependent = Dependent.of(scene.from().part(key).orElseThrow(), scene);
    switch (cause.effect()) {
      case GOES -> whenGone(cause.key(), key, dependent);
      case RETURNS -> whenMadeAnew(cause.key(), key, dependent);
      case CHANGES -> {
        if (blocks(cause.key(), key, dependent)) {
          together(cause.key(), key);
        }
      }
      case IS_SUCCEEDED -> whenSucceeded(cause.key(), key, dependent);
    }
  }

  private void together(Key cause, Key key) {
    components.join(cause, key);
    makeAnew(key);
  }

  /** What is the same where the schema shall end up does not need what is missing there. */
  private void whenGone(Key cause, Key key, Dependent dependent) {
    if (dependent == Dependent.INHERITED_COLUMN && cause.kind() == ObjectKind.COLUMN) {
      return;
    }
    if (key.kind() == ObjectKind.PUBLICATION && cause.kind() != ObjectKind.COLUMN) {
      // The server takes it out of the publication.
      return;
    }
    boolean needsIt = !scene.isInGoal(scene.from().part(key).orElseThrow());
    boolean unsaid =
        (key.kind() == ObjectKind.CONSTRAINT && isKey(cause))
            || (dependent.canBeMadeAnew() && hasSuccessor(cause));
    if (!needsIt && !unsaid) {
      return;
    }
    boolean changes =
        !scene.from().part(key).map(Part::text).equals(scene.to().part(key).map(Part::text));
    if (!changes && !unsaid) {
      impossible.put(cause, key.title() + ", which stays, may use it");
    } else if (dependent.canBeMadeAnew()) {
      together(cause, key);
    } else {
      late.add(cause);
    }
  }

  private static boolean isKey(Key cause) {
    return cause.kind() == ObjectKind.CONSTRAINT || cause.kind() == ObjectKind.INDEX;
  }

  /** The same call may be one of another function then. */
  private boolean hasSuccessor(Key cause) {
    if (!DependencyGraph.isRoutine(cause.kind())) {
      return false;
    }
    String name = Names.withoutArguments(cause.name());
    return created.stream()
        .anyMatch(
            k ->
                DependencyGraph.isRoutine(k.kind())
                    && Names.withoutArguments(k.name()).equals(name));
  }

  private void whenMadeAnew(Key cause, Key key, Dependent dependent) {
    if (dependent.canBeMadeAnew()) {
      together(cause, key);
    } else if (dependent != Dependent.INHERITED_COLUMN || cause.kind() != ObjectKind.COLUMN) {
      impossible.put(cause, "it has to be made anew, and %s uses it".formatted(key.title()));
    }
  }

  private boolean blocks(Key cause, Key key, Dependent dependent) {
    if (key.aspect() == Aspect.DEFAULT && cause.equals(key.withAspect(Aspect.WHOLE))) {
      return !TypeChange.isOfModifiersOnly(type(scene.from(), cause), type(scene.to(), cause));
    }
    return dependent.blocksChanges();
  }

  private static String type(SchemaState state, Key column) {
    return ColumnDefinition.read(state.part(column).orElseThrow().text()).type();
  }

  private void whenSucceeded(Key type, Key key, Dependent dependent) {
    components.join(type, key);
    if (dependent == Dependent.TYPE) {
      succeed(key);
    } else if (dependent == Dependent.COLUMN || dependent == Dependent.INHERITED_COLUMN) {
      retype(type, key);
    } else if (dependent.canBeMadeAnew()) {
      makeAnew(key);
    } else {
      impossible.put(type, key.title() + " uses it");
    }
  }

  private void retype(Key type, Key column) {
    Part part = scene.to().part(column).orElseThrow();
    if (scene.isInPartitionKey(part)) {
      impossible.put(type, column.title() + ", a part of a partition key, is of that type");
    } else if (after.needs(column).contains(type) && retyped.add(column)) {
      causes.add(new Cause(column, Effect.CHANGES));
      Key initial = column.withAspect(Aspect.DEFAULT);
      if (scene.from().has(initial) && scene.to().has(initial)) {
        together(column, initial);
      }
    }
  }

  /** What needs something that cannot be made cannot be made either. */
  private void spread(Key key) {
    if (!scene.from().has(key)) {
      for (Key needy : after.neededBy(key)) {
        boolean made = created.contains(needy) || changed.containsKey(needy);
        if (made && !components.of(needy).equals(components.of(key))) {
          components.join(key, needy);
          spread(needy);
        }
      }
    }
  }

  /** What something that goes late needs cannot go before it. */
  private Set<Key> alsoLate() {
    Set<Key> all = new TreeSet<>(late);
    Deque<Key> open = new ArrayDeque<>(late);
    while (!open.isEmpty()) {
      for (Key needed : before.needs(open.remove())) {
        if (dropped.contains(needed) && !created.contains(needed) && all.add(needed)) {
          open.add(needed);
        }
      }
    }
    return all;
  }
}
