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
 * @param text how its texts are kept
 * @param written how the file says it
 */
public record ColumnDefinition(
    String name,
    DataType type,
    boolean notNull,
    Optional<String> defaultValue,
    Optional<Generation> generation,
    List<Constraint> constraints,
    Text text,
    Written written) {

  /** A column of which is not known how a file says it. */
  public ColumnDefinition(
      String name,
      DataType type,
      boolean notNull,
      Optional<String> defaultValue,
      Optional<Generation> generation,
      List<Constraint> constraints,
      Text text) {
    this(name, type, notNull, defaultValue, generation, constraints, text, Written.UNKNOWN);
  }

  /** A column of which no more is known than its name and type. */
  public static ColumnDefinition of(String name, DataType type) {
    return new ColumnDefinition(
        name, type, false, Optional.empty(), Optional.empty(), List.of(), Text.DEFAULT);
  }

  /** The same column, which may hold nulls or not. */
  public ColumnDefinition nullable(boolean nullable) {
    return new ColumnDefinition(
        name, type, !nullable, defaultValue, generation, constraints, text, written);
  }

  /** The same column of another type. */
  public ColumnDefinition typed(DataType other) {
    return new ColumnDefinition(
        name, other, notNull, defaultValue, generation, constraints, text, written);
  }

  /** The same column with another default, or none. */
  public ColumnDefinition defaulting(Optional<String> value) {
    return new ColumnDefinition(name, type, notNull, value, generation, constraints, text);
  }

  /**
   * How texts are kept.
   *
   * @param charset the character set, in lower case, when one is named
   * @param collation the order, when one is named
   */
  public record Text(Optional<String> charset, Optional<String> collation) {

    /** As the table says. */
    public static final Text DEFAULT = new Text(Optional.empty(), Optional.empty());
  }

  /**
   * How the file says it.
   *
   * @param type the words of its type, when known
   * @param calls the functions that its default calls, however deep
   */
  public record Written(Optional<Span> type, List<QualifiedName> calls) {

    /** No file is known to say it. */
    public static final Written UNKNOWN = new Written(Optional.empty(), List.of());

    public Written {
      calls = List.copyOf(calls);
    }
  }

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
