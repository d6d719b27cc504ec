package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one statement makes and another one takes away: an object, or one of its properties that
 * depend on other objects than the object itself does.
 *
 * @param object as the snapshot has it
 * @param text the part's own definition
 */
record Part(SchemaObject object, Aspect aspect, String text) {

  /** Which part of an object. */
  enum Aspect {
    /** All that the others are not. */
    WHOLE,
    /** The partitioned table that a table is a part of, or the tables that it inherits from. */
    INHERITANCE,
    /** That a column takes its values from a sequence of its own. */
    IDENTITY,
    /** All of a base type but its name, which its functions need first. */
    DEFINITION,
    /** The default of a column. */
    DEFAULT,
    /** The column that a sequence belongs to. */
    OWNED_BY,
    /** The replica identity of a table. */
    REPLICA_IDENTITY
  }

  /** What identifies a part. */
  record Key(ObjectKind kind, String name, Aspect aspect) implements Comparable<Key> {

    static Key of(SchemaObject object) {
      return new Key(object.kind(), object.name(), Aspect.WHOLE);
    }

    static Key whole(ObjectKind kind, String name) {
      return new Key(kind, name, Aspect.WHOLE);
    }

    Key withAspect(Aspect other) {
      return new Key(kind, name, other);
    }

    String title() {
      return kind.label() + " " + name;
    }

    @Override
    public int compareTo(Key other) {
      int byKind = kind.compareTo(other.kind);
      int byName = byKind != 0 ? byKind : name.compareTo(other.name);
      return byName != 0 ? byName : aspect.compareTo(other.aspect);
    }
  }

  Key key() {
    return new Key(object.kind(), object.name(), aspect);
  }

  ObjectKind kind() {
    return object.kind();
  }

  String name() {
    return object.name();
  }

  String title() {
    return object.title();
  }

  /** Name of the table or view that the object belongs to. */
  String table() {
    return object
        .parent()
        .orElseThrow(() -> new IllegalStateException(title() + " belongs to no table"));
  }

  /** Name of a column, constraint, trigger, rule or policy without that of its table. */
  String member() {
    return object.name().substring(table().length() + 1);
  }

  /** The parts of an object. */
  static List<Part> of(SchemaObject object, boolean ofView) {
    return switch (object.kind()) {
      case TABLE, FOREIGN_TABLE -> table(object);
      case BASE_TYPE -> baseType(object);
      case COLUMN -> ofView ? whole(object) : column(object);
      case SEQUENCE -> sequence(object);
      default -> whole(object);
    };
  }

  private static List<Part> whole(SchemaObject object) {
    return List.of(new Part(object, Aspect.WHOLE, object.definition()));
  }

  private static List<Part> table(SchemaObject object) {
    TableDefinition table = TableDefinition.read(object.definition());
    List<Part> parts = parts(object, table.rest());
    add(parts, Aspect.INHERITANCE, table.inheritance());
    add(parts, Aspect.REPLICA_IDENTITY, table.replicaIdentity());
    return parts;
  }

  private static List<Part> baseType(SchemaObject object) {
    int open = object.definition().indexOf(" (");
    return open < 0
        ? whole(object)
        : List.of(
            new Part(object, Aspect.WHOLE, object.definition().substring(0, open)),
            new Part(object, Aspect.DEFINITION, object.definition()));
  }

  private static List<Part> column(SchemaObject object) {
    ColumnDefinition column = ColumnDefinition.read(object.definition());
    List<Part> parts = parts(object, column.plain().text());
    add(parts, Aspect.IDENTITY, column.identityText());
    add(parts, Aspect.DEFAULT, column.initial());
    return parts;
  }

  private static List<Part> sequence(SchemaObject object) {
    SequenceDefinition sequence = SequenceDefinition.read(object.definition());
    String persistence = sequence.unlogged() ? "UNLOGGED " : "";
    List<Part> parts = parts(object, persistence + sequence.options());
    add(parts, Aspect.OWNED_BY, sequence.ownedBy());
    return parts;
  }

  private static List<Part> parts(SchemaObject object, String whole) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(object, Aspect.WHOLE, whole));
    return parts;
  }

  private static void add(List<Part> parts, Aspect aspect, Optional<String> text) {
    text.ifPresent(t -> parts.add(new Part(parts.get(0).object(), aspect, t)));
  }
}
