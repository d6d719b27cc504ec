package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a repair begins and where it shall end, by title.
 *
 * @param from the schema as it is
 * @param goal the same with the wanted changes made, and no others
 * @param mariaDb true for MariaDB
 * @param privileges true when it is known which privileges there are
 */
record RepairGoal(
    Map<String, SchemaObject> from,
    Map<String, SchemaObject> goal,
    boolean mariaDb,
    boolean privileges) {

  /** MariaDB's releases begin with 10.2; MySQL's will not get there. */
  private static final int MARIADB = 1000;

  static RepairGoal of(SchemaSnapshot from, SchemaSnapshot to, SchemaDiff wanted) {
    Map<String, SchemaObject> goal = byTitle(from);
    for (Change change : wanted.changes()) {
      change.before().ifPresent(before -> whole(from, before, change).forEach(goal::remove));
      change
          .after()
          .ifPresent(
              after -> {
                Map<String, SchemaObject> there = byTitle(to);
                whole(to, after, change)
                    .forEach(title -> goal.put(title, Objects.requireNonNull(there.get(title))));
              });
    }
    return new RepairGoal(
        byTitle(from),
        goal,
        from.serverMajor() >= MARIADB,
        from.coverage().compared().containsKey(ObjectKind.PRIVILEGE));
  }

  private static Map<String, SchemaObject> byTitle(SchemaSnapshot snapshot) {
    Map<String, SchemaObject> objects = new TreeMap<>();
    snapshot.objects().forEach(object -> objects.put(object.title(), object));
    return objects;
  }

  /** What comes or goes with an object is told once: see {@code SchemaDiffer}. */
  private static List<String> whole(SchemaSnapshot snapshot, SchemaObject object, Change change) {
    if (change.type() == Change.Type.CHANGED) {
      return List.of(object.title());
    }
    boolean parent = object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.VIEW;
    return Stream.concat(
            Stream.of(object.title()),
            snapshot.objects().stream()
                .filter(
                    other ->
                        (parent && other.parent().equals(Optional.of(object.name())))
                            || (other.kind() == ObjectKind.COMMENT
                                && other.name().equals(object.title())))
                .map(SchemaObject::title))
        .toList();
  }

  /** Objects of a kind that come. */
  List<SchemaObject> added(ObjectKind kind) {
    return goal.values().stream()
        .filter(o -> o.kind() == kind && !from.containsKey(o.title()))
        .toList();
  }

  /** Objects of a kind that go. */
  List<SchemaObject> removed(ObjectKind kind) {
    return from.values().stream()
        .filter(o -> o.kind() == kind && !goal.containsKey(o.title()))
        .toList();
  }

  /** Objects of a kind that stay, as they shall be, with another definition. */
  List<SchemaObject> changed(ObjectKind kind) {
    return goal.values().stream().filter(o -> o.kind() == kind && isChanged(o)).toList();
  }

  private boolean isChanged(SchemaObject object) {
    SchemaObject before = from.get(object.title());
    return before != null && !before.definition().equals(object.definition());
  }

  /** True for a routine that is dropped and made anew, where MariaDB would replace it. */
  boolean losesPrivileges(SchemaObject routine) {
    boolean isRoutine =
        routine.kind() == ObjectKind.FUNCTION || routine.kind() == ObjectKind.PROCEDURE;
    return isRoutine && !mariaDb && isChanged(routine);
  }

  /** The definition before the repair. */
  String before(SchemaObject object) {
    return Objects.requireNonNull(from.get(object.title()), object.title()).definition();
  }

  /** True when an object has another comment than before. */
  boolean isCommentChanged(SchemaObject object) {
    return !comment(from, object).equals(comment(goal, object));
  }

  /** The comment that an object shall have; empty text when it has none. */
  String comment(SchemaObject object) {
    return comment(goal, object);
  }

  private static String comment(Map<String, SchemaObject> objects, SchemaObject object) {
    SchemaObject comment = objects.get(ObjectKind.COMMENT.label() + " " + object.title());
    return comment == null ? "" : comment.definition();
  }

  /** What belongs to a table. */
  static List<SchemaObject> of(Map<String, SchemaObject> objects, String table, ObjectKind kind) {
    return objects.values().stream()
        .filter(o -> o.kind() == kind && o.parent().equals(Optional.of(table)))
        .toList();
  }
}
