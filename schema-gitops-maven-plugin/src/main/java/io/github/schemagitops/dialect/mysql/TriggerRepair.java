package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Triggers. One that comes or changes is made behind the one that it shall follow; those of one
 * event are looked at together, in their order.
 */
final class TriggerRepair {

  private static final Pattern HEAD =
      Pattern.compile(
          "^(BEFORE|AFTER) (\\w+)( OF .*?)? FOR EACH ROW(?: PRECEDES (.*))?$", Pattern.DOTALL);

  private final RepairGoal goal;
  private final RepairStatements out;

  TriggerRepair(RepairGoal goal, RepairStatements out) {
    this.goal = goal;
    this.out = out;
  }

  /**
   * A trigger.
   *
   * @param event table, time and event
   * @param before names of others of the event that it precedes
   */
  private record Trigger(
      SchemaObject object, ProgramText text, Matcher head, String event, List<String> before) {

    String table() {
      return object.parent().orElseThrow();
    }

    String name() {
      return SqlName.within(table(), object.name());
    }

    /** In the database of its table. */
    String path() {
      return SqlName.of(table()).sibling(name());
    }
  }

  void run() {
    for (SchemaObject trigger : goal.removed(ObjectKind.TRIGGER)) {
      // The triggers of a table go with it.
      if (goal.goal().containsKey(ObjectKind.TABLE.label() + " " + trigger.parent().orElse(""))) {
        drop(trigger);
      }
    }
    Map<String, List<Trigger>> events = new TreeMap<>();
    for (SchemaObject object : goal.goal().values()) {
      if (object.kind() == ObjectKind.TRIGGER) {
        parse(object)
            .ifPresent(t -> events.computeIfAbsent(t.event(), e -> new ArrayList<>()).add(t));
      }
    }
    events.values().forEach(this::event);
  }

  private Optional<Trigger> parse(SchemaObject object) {
    Optional<ProgramText> text = ProgramText.of(object.definition());
    if (text.isEmpty() || text.get().body().isBlank()) {
      if (isNew(object)) {
        out.impossible(object.title(), "its body was hidden from the login");
      }
      return Optional.empty();
    }
    Matcher head = HEAD.matcher(text.get().head());
    if (!head.matches()) {
      throw new IllegalArgumentException("not a trigger: " + object.definition());
    }
    String before = head.group(4);
    return Optional.of(
        new Trigger(
            object,
            text.get(),
            head,
            object.parent().orElseThrow() + " " + head.group(1) + " " + head.group(2),
            before == null ? List.of() : List.of(before.split(", ", -1))));
  }

  private boolean isNew(SchemaObject trigger) {
    SchemaObject before = goal.from().get(trigger.title());
    return before == null || !before.definition().equals(trigger.definition());
  }

  private void event(List<Trigger> triggers) {
    List<Trigger> inOrder = new ArrayList<>(triggers);
    inOrder.sort(Comparator.comparing(t -> t.name().replace("`", "")));
    // Only what is said about a trigger can move it, forward.
    List<Trigger> moved = new ArrayList<>();
    for (Trigger trigger : inOrder) {
      int place = 0;
      while (place < moved.size() && !trigger.before().contains(moved.get(place).name())) {
        place++;
      }
      moved.add(place, trigger);
    }
    for (int i = 0; i < moved.size(); i++) {
      Trigger trigger = moved.get(i);
      if (isNew(trigger.object())) {
        if (goal.from().containsKey(trigger.object().title())) {
          drop(trigger.object());
        }
        create(trigger, place(moved, i));
      }
    }
  }

  private String place(List<Trigger> inOrder, int at) {
    if (at > 0) {
      return " FOLLOWS " + inOrder.get(at - 1).name();
    }
    return inOrder.stream()
        .skip(1)
        .filter(later -> !isNew(later.object()))
        .findFirst()
        .map(later -> " PRECEDES " + later.name())
        .orElse("");
  }

  private void drop(SchemaObject trigger) {
    String table = trigger.parent().orElseThrow();
    out.add(
        RepairPhase.DROP_PROGRAMS,
        "DROP TRIGGER " + SqlName.of(table).sibling(SqlName.within(table, trigger.name())),
        trigger.title());
  }

  private void create(Trigger trigger, String place) {
    String columns = trigger.head().group(3);
    out.add(
        RepairPhase.TRIGGERS,
        trigger.text().settings(),
        "CREATE %sTRIGGER %s %s %s%s ON %s FOR EACH ROW%s %s"
            .formatted(
                trigger.text().definer(),
                trigger.path(),
                trigger.head().group(1),
                trigger.head().group(2),
                columns == null ? "" : columns,
                trigger.table(),
                place,
                trigger.text().body()),
        trigger.object().title(),
        Set.of());
  }
}
