package io.github.schemagitops.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * One difference between what was expected and what is.
 *
 * @param before the object as expected; empty when it was added
 * @param after the object as it is; empty when it was removed
 */
public record Change(Optional<SchemaObject> before, Optional<SchemaObject> after)
    implements Comparable<Change> {

  /** What happened to the object. */
  public enum Type {
    /** It exists and was not expected. */
    ADDED,
    /** It was expected and does not exist. */
    REMOVED,
    /** It exists with another definition. */
    CHANGED
  }

  private static final Comparator<Change> ORDER = Comparator.comparing(Change::object);

  public Change {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("a change needs an object before or after it");
    }
    if (before.isPresent() && after.isPresent() && before.get().compareTo(after.get()) != 0) {
      throw new IllegalArgumentException(
          "%s cannot change into %s".formatted(before.get().title(), after.get().title()));
    }
  }

  /** An object nobody expected. */
  public static Change added(SchemaObject after) {
    return new Change(Optional.empty(), Optional.of(after));
  }

  /** An expected object that is not there. */
  public static Change removed(SchemaObject before) {
    return new Change(Optional.of(before), Optional.empty());
  }

  /** The same object with another definition. */
  public static Change changed(SchemaObject before, SchemaObject after) {
    return new Change(Optional.of(before), Optional.of(after));
  }

  public Type type() {
    if (before.isEmpty()) {
      return Type.ADDED;
    }
    return after.isEmpty() ? Type.REMOVED : Type.CHANGED;
  }

  public ObjectKind kind() {
    return object().kind();
  }

  /** Qualified name, as in {@link SchemaObject#name()}. */
  public String name() {
    return object().name();
  }

  /** The object as it is, or as it was expected when it is gone. */
  public SchemaObject object() {
    return after.orElseGet(before::orElseThrow);
  }

  @Override
  public int compareTo(Change other) {
    return ORDER.compare(this, other);
  }
}
