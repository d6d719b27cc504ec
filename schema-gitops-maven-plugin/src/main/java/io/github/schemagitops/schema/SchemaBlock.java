package io.github.schemagitops.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An object that stands by itself, and what belongs to it: the parts of a table, and what is said
 * about any of these, comments for instance.
 *
 * @param object the object itself
 * @param parts by kind and name
 */
record SchemaBlock(SchemaObject object, List<SchemaObject> parts) {

  /** All blocks of a snapshot, by kind and name. */
  static List<SchemaBlock> of(SchemaSnapshot snapshot) {
    Map<String, SchemaObject> byTitle =
        snapshot.objects().stream()
            .collect(Collectors.toMap(SchemaObject::title, Function.identity(), (a, b) -> a));
    Map<String, SchemaObject> parents =
        snapshot.objects().stream()
            .filter(o -> isParent(o.kind()))
            .collect(Collectors.toMap(SchemaObject::name, Function.identity(), (a, b) -> a));
    Map<SchemaObject, List<SchemaObject>> blocks = new TreeMap<>();
    for (SchemaObject object : snapshot.objects()) {
      SchemaObject whole =
          object
              .subject()
              .map(byTitle::get)
              .map(described -> described.parent().map(parents::get).orElse(described))
              .or(() -> object.parent().map(parents::get))
              .orElse(object);
      List<SchemaObject> parts = blocks.computeIfAbsent(whole, w -> new ArrayList<>());
      if (!whole.equals(object)) {
        parts.add(object);
      }
    }
    return blocks.entrySet().stream().map(e -> new SchemaBlock(e.getKey(), e.getValue())).toList();
  }

  /**
   * A part's kind and name beneath this object: {@code column total} for {@code
   * public.orders.total}, {@code comment on column total}, {@code comment} for one on the whole.
   */
  String nameOf(SchemaObject part) {
    Optional<String> subject = part.subject();
    if (subject.isPresent()) {
      // Behind the subject of a privilege stands who has it.
      String rest = part.name().substring(subject.get().length());
      if (subject.get().equals(object.title())) {
        return part.kind().label() + rest;
      }
      for (SchemaObject other : parts) {
        if (subject.get().equals(other.title())) {
          return part.kind().label() + " on " + nameOf(other) + rest;
        }
      }
    }
    String within = object.name() + ".";
    String name = part.name();
    return part.kind().label()
        + " "
        + (name.startsWith(within) ? name.substring(within.length()) : name);
  }

  private static boolean isParent(ObjectKind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }
}
