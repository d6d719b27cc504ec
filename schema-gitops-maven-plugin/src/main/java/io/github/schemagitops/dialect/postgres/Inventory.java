package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.sql.SQLTransientException;
import java.util.ArrayList;
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

  /** The kinds that PostgreSQL has. */
  static final Set<ObjectKind> KINDS = EnumSet.complementOf(EnumSet.of(ObjectKind.EVENT));

  private final Set<Address> ofExtensions;
  private final Map<Address, SchemaObject> objects = new HashMap<>();
  private final Map<Long, String> parents = new HashMap<>();
  private final List<SchemaObject> comments = new ArrayList<>();
  private int leftOut;

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
      leftOut++;
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
      case TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }

  /** Takes a comment, when the object that it describes was taken. */
  void comment(Address address, String text) {
    SchemaObject described = objects.get(address);
    if (described != null) {
      comments.add(
          new SchemaObject(
              ObjectKind.COMMENT,
              described.title(),
              described.parent(),
              Spelling.normalised(ObjectKind.COMMENT, text)));
    }
  }

  /** All objects, unsorted. */
  List<SchemaObject> objects() {
    List<SchemaObject> all = new ArrayList<>(objects.values());
    all.addAll(comments);
    return all;
  }

  /** How many objects there are of every kind. */
  SortedMap<ObjectKind, Integer> counts() {
    Map<ObjectKind, Integer> counts = new EnumMap<>(ObjectKind.class);
    for (ObjectKind kind : KINDS) {
      counts.put(kind, 0);
    }
    objects().forEach(object -> counts.merge(object.kind(), 1, Integer::sum));
    return new TreeMap<>(counts);
  }

  /** How many objects were left out because an extension owns them. */
  int leftOut() {
    return leftOut;
  }
}
