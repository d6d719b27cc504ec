package io.github.schemagitops.statement;

import java.util.List;
import java.util.Optional;

/**
 * {@code DROP}.
 *
 * @param type what kind of object
 * @param names what is dropped
 * @param table the table that the object belongs to, when the statement names it
 * @param ifExists true when a missing object is no error
 * @param concurrently true when readers and writers go on
 * @param cascade true when what depends on it goes too
 * @param span the words that say it, without the names
 */
public record DropObject(
    ObjectType type,
    List<QualifiedName> names,
    Optional<QualifiedName> table,
    boolean ifExists,
    boolean concurrently,
    boolean cascade,
    Span span)
    implements Statement {

  public DropObject {
    names = List.copyOf(names);
  }
}
