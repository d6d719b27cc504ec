package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Foreign keys. They go before and come after everything that tables change: the servers refuse to
 * alter a column of one, or to drop a table or an index that one needs, so one that stays goes too
 * and comes back where such a thing changes.
 */
final class ForeignKeyRepair {

  private final RepairGoal goal;
  private final RepairStatements out;
  private final Map<String, List<SchemaObject>> alteredByTable = new LinkedHashMap<>();

  ForeignKeyRepair(RepairGoal goal, RepairStatements out) {
    this.goal = goal;
    this.out = out;
    for (SchemaObject object : altered()) {
      object
          .parent()
          .ifPresent(
              table -> alteredByTable.computeIfAbsent(table, t -> new ArrayList<>()).add(object));
    }
  }

  void run() {
    for (SchemaObject key : foreignKeys(goal.from())) {
      SchemaObject after = goal.goal().get(key.title());
      boolean stays = after != null && after.definition().equals(key.definition());
      if (!stays || isInTheWay(key)) {
        drop(key);
        if (after != null && isForeignKey(after)) {
          add(after);
        }
      }
    }
    for (SchemaObject key : foreignKeys(goal.goal())) {
      SchemaObject before = goal.from().get(key.title());
      if (before == null || !isForeignKey(before)) {
        add(key);
      }
    }
  }

  private static List<SchemaObject> foreignKeys(Map<String, SchemaObject> objects) {
    return objects.values().stream().filter(ForeignKeyRepair::isForeignKey).toList();
  }

  private static boolean isForeignKey(SchemaObject object) {
    return object.kind() == ObjectKind.CONSTRAINT
        && new KeyText(object.definition()).isForeignKey();
  }

  /** Columns and keys that change or go, and tables that change their engine. */
  private List<SchemaObject> altered() {
    List<SchemaObject> altered = new ArrayList<>();
    for (ObjectKind kind : List.of(ObjectKind.COLUMN, ObjectKind.CONSTRAINT, ObjectKind.INDEX)) {
      for (SchemaObject object : goal.from().values()) {
        SchemaObject after = goal.goal().get(object.title());
        boolean same =
            after != null
                && after.definition().equals(object.definition())
                && !(kind != ObjectKind.COLUMN && goal.isCommentChanged(object));
        if (object.kind() == kind && !same && !isForeignKey(object)) {
          altered.add(object);
        }
      }
    }
    return altered;
  }

  private boolean isInTheWay(SchemaObject key) {
    KeyText text = new KeyText(key.definition());
    String table = key.parent().orElseThrow();
    return isAltered(table, text)
        || isAltered(text.referenced(), text)
        || isRebuilt(table)
        || isRebuilt(text.referenced());
  }

  private boolean isAltered(String table, KeyText foreignKey) {
    return alteredByTable.getOrDefault(table, List.of()).stream()
        .anyMatch(
            object ->
                object.kind() == ObjectKind.COLUMN
                    ? foreignKey.mentions(SqlName.within(table, object.name()))
                    : sharesColumn(object, foreignKey));
  }

  /** True when a key may be the index that a foreign key needs. */
  private static boolean sharesColumn(SchemaObject key, KeyText foreignKey) {
    KeyText text = new KeyText(key.definition());
    if (text.isCheck()) {
      return false;
    }
    int start = key.definition().indexOf('(') + 1;
    int end = ServerText.find(key.definition(), ")", start);
    String columns = key.definition().substring(start, end);
    int comma = ServerText.find(columns, ",", 0);
    String first = comma < 0 ? columns : columns.substring(0, comma);
    return foreignKey.mentions(first.replaceFirst("(?:\\(\\d+\\))?(?: DESC)?$", ""));
  }

  private boolean isRebuilt(String table) {
    SchemaObject before = goal.from().get(ObjectKind.TABLE.label() + " " + table);
    SchemaObject after = goal.goal().get(ObjectKind.TABLE.label() + " " + table);
    return before != null && after != null && !engineAndParts(before).equals(engineAndParts(after));
  }

  private static String engineAndParts(SchemaObject table) {
    TableText text = TableText.of(table.definition());
    return text.options().get("ENGINE") + text.partitions().orElse("");
  }

  private void drop(SchemaObject key) {
    String table = key.parent().orElseThrow();
    out.add(
        RepairPhase.DROP_FOREIGN_KEYS,
        "ALTER TABLE %s DROP FOREIGN KEY %s".formatted(table, SqlName.within(table, key.name())),
        key.title());
  }

  private void add(SchemaObject key) {
    String table = key.parent().orElseThrow();
    KeyText text = new KeyText(key.definition());
    boolean rows = goal.from().containsKey(ObjectKind.TABLE.label() + " " + table);
    out.add(
        RepairPhase.FOREIGN_KEYS,
        "ALTER TABLE %s ADD %s"
            .formatted(table, text.clause(SqlName.within(table, key.name()), "")),
        key.title(),
        rows ? new Hazard[] {Hazard.VALIDATE_ROWS} : new Hazard[0]);
  }
}
