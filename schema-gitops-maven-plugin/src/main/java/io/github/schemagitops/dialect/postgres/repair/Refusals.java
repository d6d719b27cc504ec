package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a plan cannot do, in words. */
final class Refusals {

  private Refusals() {}

  /** The parts with a reason of their own, and those wanted changes that cannot do without them. */
  static List<String> of(RepairPlan plan, Scene scene) {
    Set<Key> components = new HashSet<>();
    List<String> all = new ArrayList<>();
    plan.impossible()
        .forEach(
            (key, reason) -> {
              components.add(plan.components().of(key));
              all.add(key.title() + ": " + reason);
            });
    Set<Key> touched = new TreeSet<>(plan.dropped());
    touched.addAll(plan.created());
    touched.addAll(plan.changed().keySet());
    touched.addAll(plan.succeeded());
    for (Key key : touched) {
      boolean stuck =
          components.contains(plan.components().of(key)) && !plan.impossible().containsKey(key);
      if (stuck && differs(key, scene) && !isToldWith(key, components, plan, scene)) {
        all.add(key.title() + ": only possible together with what is not");
      }
    }
    return all.stream().distinct().toList();
  }

  /** What belongs to a table, or is said about something, that is told itself. */
  private static boolean isToldWith(Key key, Set<Key> stuck, RepairPlan plan, Scene scene) {
    SchemaObject object =
        scene.to().part(key).or(() -> scene.from().part(key)).orElseThrow().object();
    SchemaState state = scene.to().has(key) ? scene.to() : scene.from();
    return Stream.concat(
            object.parent().map(state::tableKey).stream(),
            Subjects.of(object).flatMap(state::object).map(Key::of).stream())
        .anyMatch(host -> stuck.contains(plan.components().of(host)));
  }

  private static boolean differs(Key key, Scene scene) {
    return !scene.from().part(key).map(Part::text).equals(scene.to().part(key).map(Part::text));
  }
}
