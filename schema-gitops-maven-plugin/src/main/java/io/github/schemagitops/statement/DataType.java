package io.github.schemagitops.statement;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A data type with one spelling per meaning, so that two types can be compared.
 *
 * @param name the dialect's short name: {@code varchar}, {@code integer}, {@code timestamptz}; a
 *     type of the user's own as written
 * @param modifiers length, or precision and scale; empty when not given
 * @param dimensions 0 unless an array
 */
public record DataType(String name, List<Integer> modifiers, int dimensions) {

  public DataType {
    modifiers = List.copyOf(modifiers);
  }

  /** A type that is no array. */
  public static DataType of(String name, Integer... modifiers) {
    return new DataType(name, List.of(modifiers), 0);
  }

  /** The type as one writes it, for instance {@code numeric(10,2)} or {@code text[]}. */
  @Override
  public String toString() {
    String inParentheses =
        modifiers.isEmpty()
            ? ""
            : modifiers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    return name + inParentheses + "[]".repeat(dimensions);
  }
}
