package io.github.schemagitops.statement;

import java.util.List;
import java.util.Optional;

/**
 * A column as {@code CREATE TABLE} or {@code ADD COLUMN} defines it.
 *
 * @param name the column's name
 * @param type its type; a serial column has the type of its numbers
 * @param notNull true when the definition forbids nulls, also by being the primary key
 * @param defaultValue the default's SQL, when there is one
 * @param generation how the server makes values, when it does
 * @param constraints constraints written at the column, {@code NOT NULL} left out
 */
public record ColumnDefinition(
    String name,
    DataType type,
    boolean notNull,
    Optional<String> defaultValue,
    Optional<Generation> generation,
    List<Constraint> constraints) {

  /** How the server makes a column's values. */
  public enum Generation {
    /** From a sequence of its own, the old way. */
    SERIAL,
    IDENTITY,
    /** Computed and kept in the row. */
    STORED,
    /** Computed when read. */
    VIRTUAL
  }

  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }
}
