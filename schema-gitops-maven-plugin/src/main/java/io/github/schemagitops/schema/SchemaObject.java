package io.github.schemagitops.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * One object of a schema, as the server itself renders it.
 *
 * @param kind what it is
 * @param name qualified with its schema; unique within its kind (functions carry their argument
 *     types, columns, constraints and triggers their table)
 * @param parent qualified name of the table it belongs to, when it belongs to one
 * @param definition server-rendered text; two servers of the same major version render equal
 *     objects equally
 */
public record SchemaObject(ObjectKind kind, String name, Optional<String> parent, String definition)
    implements Comparable<SchemaObject> {

  private static final Comparator<SchemaObject> ORDER =
      Comparator.comparing(SchemaObject::kind).thenComparing(SchemaObject::name);

  @Override
  public int compareTo(SchemaObject other) {
    return ORDER.compare(this, other);
  }
}
