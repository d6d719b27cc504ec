package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects what the queries found, and leaves out what is not the user's: objects of extensions,
 * and whatever belongs to a table or view that was itself left out. Tables and views must come
 * before what belongs to them.
 */
final class Inventory {

  private static final Set<ObjectKind> OF_PRIVILEGES =
      EnumSet.of(ObjectKind.OWNER, ObjectKind.PRIVILEGE, ObjectKind.DEFAULT_PRIVILEGE);

  private static final String OF_EXTENSIONS = "owned by extensions";

  private final Set<Address> ofExtensions;
  private final Map<Address, SchemaObject> objects = new HashMap<>();
  private final Map<Long, String> parents = new HashMap<>();
  private final List<SchemaObject> annotations = new ArrayList<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>(Map.of(OF_EXTENSIONS, 0));

  /**
   * @param ofExtensions addresses of all objects that extensions own
   */
  Inventory(Set<Address> ofExtensions) {
    this.ofExtensions = ofExtensions;
  }

  /**
   * Takes one row of a {@link CatalogQuery}.
   *
   * @throws SQLTransientException when the object vanished while the server wrote it
   */
  void add(CatalogRow row) throws SQLTransientException {
    if (ofExtensions.contains(row.address())) {
      leftOut.merge(OF_EXTENSIONS, 1, Integer::sum);
      return;
    }
    if (row.parent() != 0 && !parents.containsKey(row.parent())) {
      return;
    }
    SchemaObject object = object(row);
    if (isParent(object.kind())) {
      parents.put(row.oid(), object.name());
    }
    objects.put(row.address(), object);
  }

  /**
   * Takes one row of a {@link DatabaseQuery}.
   *
   * @param expected titles of objects that are taken wherever they are
   * @throws SQLTransientException when the object vanished while the server wrote it
   */
  void add(DatabaseRow row, Set<String> expected) throws SQLTransientException {
    boolean inside = row.outside() == null || ofExtensions.contains(row.address());
    if (inside || expected.contains(object(row.row()).title())) {
      add(row.row());
    } else {
      leftOut.merge(row.outside(), 1, Integer::sum);
    }
  }

  private SchemaObject object(CatalogRow row) throws SQLTransientException {
    if (row.name() == null || row.definition() == null) {
      throw new SQLTransientException("a %s vanished while it was read".formatted(row.kind()));
    }
    ObjectKind kind = ObjectKind.valueOf(row.kind());
    return new SchemaObject(
        kind,
        row.name(),
        Optional.ofNullable(parents.get(row.parent())),
        Spelling.normalised(kind, row.definition()));
  }

  private static boolean isParent(ObjectKind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }

  /**
   * Takes a comment, when the object that it describes was taken. An extension brings its own,
   * which is another one in other versions.
   */
  void comment(Address address, String text) {
    SchemaObject described = objects.get(address);
    if (described != null && described.kind() != ObjectKind.EXTENSION) {
      annotations.add(
          new SchemaObject(
              ObjectKind.COMMENT,
              described.title(),
              described.parent(),
              Spelling.normalised(ObjectKind.COMMENT, text)));
    }
  }

  /** The object at an address, when it was taken. */
  Optional<SchemaObject> at(Address address) {
    return Optional.ofNullable(objects.get(address));
  }

  /** Takes what is known about other objects. */
  void annotate(Collection<SchemaObject> more) {
    annotations.addAll(more);
  }

  /** All objects, unsorted. */
  List<SchemaObject> objects() {
    List<SchemaObject> all = new ArrayList<>(objects.values());
    all.addAll(annotations);
    return all;
  }

  /**
   * How many objects there are of every kind that was looked for.
   *
   * @param privileges whether owners and privileges were
   */
  SortedMap<ObjectKind, Integer> counts(boolean privileges) {
    Map<ObjectKind, Integer> counts = new EnumMap<>(ObjectKind.class);
    for (ObjectKind kind : kinds(privileges)) {
      counts.put(kind, 0);
    }
    objects().forEach(object -> counts.merge(object.kind(), 1, Integer::sum));
    return new TreeMap<>(counts);
  }

  /** The kinds that PostgreSQL has. */
  static Set<ObjectKind> kinds(boolean privileges) {
    Set<ObjectKind> kinds = EnumSet.complementOf(EnumSet.of(ObjectKind.EVENT));
    if (!privileges) {
      kinds.removeAll(OF_PRIVILEGES);
    }
    return kinds;
  }

  /** How many objects were left out, by reason. */
  SortedMap<String, Integer> leftOut() {
    return leftOut;
  }
}
