package io.github.schemagitops.schema;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Compares two snapshots. Pure: equal inputs give equal results. */
public final class SchemaDiffer {

  private SchemaDiffer() {}

  /**
   * What has to be done to {@code expected} to get {@code actual}.
   *
   * <p>What comes and goes with something else is told once: a table that was added or removed
   * stands for its columns, constraints, indexes and triggers too, and any object for its comment,
   * its owner and the privileges on it.
   *
   * @throws IllegalArgumentException when the snapshots come from different major versions of the
   *     server, whose texts differ for equal objects
   */
  public static SchemaDiff compare(SchemaSnapshot expected, SchemaSnapshot actual) {
    if (expected.serverMajor() != actual.serverMajor()) {
      throw new IllegalArgumentException(
          "snapshots of server versions %d and %d cannot be compared"
              .formatted(expected.serverMajor(), actual.serverMajor()));
    }
    return compareAcrossVersions(expected, actual);
  }

  /** The same; between different major versions a difference may be one of writing only. */
  public static SchemaDiff compareAcrossVersions(SchemaSnapshot expected, SchemaSnapshot actual) {
    return new SchemaDiff(fold(allChanges(expected.objects(), actual.objects())));
  }

  private static List<Change> allChanges(List<SchemaObject> expected, List<SchemaObject> actual) {
    Map<SchemaObject, SchemaObject> missing = new TreeMap<>();
    for (SchemaObject object : expected) {
      missing.put(object, object);
    }
    List<Change> changes = new ArrayList<>();
    for (SchemaObject after : actual) {
      SchemaObject before = missing.remove(after);
      if (before == null) {
        changes.add(Change.added(after));
      } else if (!Objects.equals(before.definition(), after.definition())) {
        changes.add(Change.changed(before, after));
      }
    }
    missing.keySet().forEach(before -> changes.add(Change.removed(before)));
    return changes;
  }

  private static List<Change> fold(List<Change> changes) {
    Whole added = Whole.of(changes, Change.Type.ADDED);
    Whole removed = Whole.of(changes, Change.Type.REMOVED);
    return changes.stream()
        .filter(
            change ->
                switch (change.type()) {
                  case ADDED -> !added.covers(change.object());
                  case REMOVED -> !removed.covers(change.object());
                  case CHANGED -> true;
                })
        .toList();
  }

  /**
   * What came or went in one piece.
   *
   * @param parents names of the tables and views
   * @param titles titles of all objects: comments, owners and privileges are named after them
   */
  private record Whole(Set<String> parents, Set<String> titles) {

    static Whole of(List<Change> changes, Change.Type type) {
      List<SchemaObject> objects =
          changes.stream().filter(c -> c.type() == type).map(Change::object).toList();
      return new Whole(
          objects.stream().filter(Whole::isParent).map(SchemaObject::name).collect(toSet()),
          objects.stream().map(SchemaObject::title).collect(toSet()));
    }

    /** A routine or an event may have the same name as a table. */
    private static boolean isParent(SchemaObject object) {
      return switch (object.kind()) {
        case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
        default -> false;
      };
    }

    boolean covers(SchemaObject object) {
      return object.parent().filter(parents::contains).isPresent()
          || object.subject().filter(titles::contains).isPresent();
    }
  }
}
