package io.github.schemagitops.statement;

import java.util.List;
import java.util.Optional;

/**
 * An index, wherever it is defined.
 *
 * @param name its name, when given
 * @param keys its columns in order; an expression stands in parentheses, as written
 * @param unique true for a unique index
 * @param method how it is built, in lower case, when that is said: {@code hash}, {@code gin},
 *     {@code fulltext}, {@code spatial}
 * @param partial true when it holds only some of the rows
 */
public record IndexDefinition(
    Optional<String> name,
    List<String> keys,
    boolean unique,
    Optional<String> method,
    boolean partial) {

  public IndexDefinition {
    keys = List.copyOf(keys);
  }

  /** True when a search by these columns, in any order, can use it. */
  public boolean covers(List<String> columns) {
    return !partial
        && keys.size() >= columns.size()
        && keys.subList(0, columns.size()).containsAll(columns);
  }
}
