package io.github.schemagitops.dialect.postgres.repair;

import static java.util.stream.Collectors.toSet;

import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A schema, by name and by part. */
final class SchemaState {

  private final Map<String, SchemaObject> objects = new LinkedHashMap<>();
  private final Map<String, List<SchemaObject>> members = new HashMap<>();
  private final Map<String, TableDefinition> tables = new HashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();
  private final SortedMap<Key, Part> parts = new TreeMap<>();

  SchemaState(Collection<SchemaObject> all) {
    for (SchemaObject object : all) {
      objects.put(object.title(), object);
      object
          .parent()
          .ifPresent(p -> members.computeIfAbsent(p, k -> new ArrayList<>()).add(object));
      if (object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.FOREIGN_TABLE) {
        TableDefinition table = TableDefinition.read(object.definition());
        tables.put(object.name(), table);
        table
            .allParents()
            .forEach(p -> children.computeIfAbsent(p, k -> new ArrayList<>()).add(object.name()));
      }
    }
    for (SchemaObject object : all) {
      Part.of(object, object.parent().filter(this::isView).isPresent())
          .forEach(part -> parts.put(part.key(), part));
    }
  }

  /**
   * A schema after some changes of it.
   *
   * @param goal where the changes lead to; what an added object stands for is looked up here
   */
  static SchemaState after(SchemaSnapshot schema, SchemaSnapshot goal, SchemaDiff changes) {
    Map<String, SchemaObject> result = new LinkedHashMap<>();
    schema.objects().forEach(object -> result.put(object.title(), object));
    Whole removed = Whole.of(changes, Change.Type.REMOVED);
    Whole added = Whole.of(changes, Change.Type.ADDED);
    schema.objects().stream().filter(removed::covers).forEach(o -> result.remove(o.title()));
    goal.objects().stream().filter(added::covers).forEach(o -> result.put(o.title(), o));
    for (Change change : changes.changes()) {
      switch (change.type()) {
        case ADDED, CHANGED -> result.put(change.object().title(), change.object());
        case REMOVED -> result.remove(change.object().title());
      }
    }
    return new SchemaState(result.values());
  }

  /** What came or went in one piece, as the differ tells it. */
  private record Whole(Set<String> parents, Set<String> titles) {

    static Whole of(SchemaDiff changes, Change.Type type) {
      List<SchemaObject> objects =
          changes.changes().stream().filter(c -> c.type() == type).map(Change::object).toList();
      return new Whole(
          objects.stream().filter(o -> isParent(o.kind())).map(SchemaObject::name).collect(toSet()),
          objects.stream().map(SchemaObject::title).collect(toSet()));
    }

    boolean covers(SchemaObject object) {
      return object.parent().filter(parents::contains).isPresent()
          || Subjects.of(object).filter(titles::contains).isPresent();
    }
  }

  static boolean isParent(ObjectKind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }

  SortedMap<Key, Part> parts() {
    return parts;
  }

  Optional<Part> part(Key key) {
    return Optional.ofNullable(parts.get(key));
  }

  boolean has(Key key) {
    return parts.containsKey(key);
  }

  Collection<SchemaObject> objects() {
    return objects.values();
  }

  Optional<SchemaObject> object(String title) {
    return Optional.ofNullable(objects.get(title));
  }

  boolean isView(String name) {
    return objects.containsKey(Key.whole(ObjectKind.VIEW, name).title())
        || objects.containsKey(Key.whole(ObjectKind.MATERIALIZED_VIEW, name).title());
  }

  /** A table by name, whether it is a foreign one or not. */
  Key tableKey(String name) {
    Key foreign = Key.whole(ObjectKind.FOREIGN_TABLE, name);
    return has(foreign) ? foreign : Key.whole(ObjectKind.TABLE, name);
  }

  /** Definition of a table. */
  Optional<TableDefinition> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  boolean isPartitioned(String table) {
    return table(table).filter(t -> t.partitionBy().isPresent()).isPresent();
  }

  /** What belongs to a table or view, of one kind. */
  List<Part> members(String table, ObjectKind kind) {
    return members.getOrDefault(table, List.of()).stream()
        .filter(o -> o.kind() == kind)
        .flatMap(o -> part(Key.of(o)).stream())
        .toList();
  }

  /** The tables that a table has its columns from. */
  List<String> parents(String table) {
    return table(table).map(TableDefinition::allParents).orElse(List.of());
  }

  /** The tables that have their columns from a table, directly. */
  List<String> children(String table) {
    return children.getOrDefault(table, List.of());
  }

  /** The tables that have their columns from a table, also by way of others. */
  List<String> descendants(String table) {
    return children(table).stream()
        .flatMap(child -> Stream.concat(Stream.of(child), descendants(child).stream()))
        .distinct()
        .toList();
  }

  /** The tables that a table has its columns from, also by way of others. */
  List<String> ancestors(String table) {
    return parents(table).stream()
        .flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent).stream()))
        .distinct()
        .toList();
  }

  /** The partitioned tables that a table is a part of, the nearest first. */
  List<String> partitionedAncestors(String table) {
    List<String> ancestors = new ArrayList<>();
    Optional<String> next = table(table).flatMap(TableDefinition::partitionOf);
    while (next.isPresent() && !ancestors.contains(next.get())) {
      ancestors.add(next.get());
      next = table(next.get()).flatMap(TableDefinition::partitionOf);
    }
    return ancestors;
  }

  Optional<ColumnDefinition> column(String table, String column) {
    return object(Key.whole(ObjectKind.COLUMN, table + "." + column).title())
        .map(o -> ColumnDefinition.read(o.definition()));
  }

  /**
   * The trigger of a partitioned table that a partition's trigger is the copy of. Such a copy is in
   * a snapshot only because it fires differently.
   */
  Optional<Part> originOfTrigger(Part trigger) {
    if (trigger.kind() != ObjectKind.TRIGGER) {
      return Optional.empty();
    }
    return partitionedAncestors(trigger.table()).stream()
        .flatMap(t -> part(Key.whole(ObjectKind.TRIGGER, t + "." + trigger.member())).stream())
        .findFirst();
  }
}
