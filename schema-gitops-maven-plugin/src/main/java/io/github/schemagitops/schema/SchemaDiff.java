package io.github.schemagitops.schema;

import java.util.List;

/**
 * The differences between an expected and an actual schema.
 *
 * @param changes sorted by kind and name; at most one per object
 */
public record SchemaDiff(List<Change> changes) {

  public SchemaDiff {
    changes = changes.stream().sorted().toList();
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The changes that another comparison did not have. */
  public SchemaDiff except(SchemaDiff known) {
    return new SchemaDiff(changes.stream().filter(c -> !known.changes.contains(c)).toList());
  }

  /** How many changes are of that type. */
  public int count(Change.Type type) {
    return (int) changes.stream().filter(change -> change.type() == type).count();
  }
}
