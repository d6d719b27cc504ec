package io.github.schemagitops.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An index, wherever it is defined.
 *
 * @param name its name, when given
 * @param keys its columns in order; an expression stands in parentheses, as written
 * @param unique true for a unique index
 * @param method how it is built, in lower case, when that is said: {@code hash}, {@code gin},
 *     {@code fulltext}, {@code spatial}
 * @param partial true when it holds only some of the rows
 * @param details what else is said of it
 */
public record IndexDefinition(
    Optional<String> name,
    List<String> keys,
    boolean unique,
    Optional<String> method,
    boolean partial,
    Details details) {

  public IndexDefinition {
    keys = List.copyOf(keys);
  }

  /** An index of which no more is known than its columns. */
  public IndexDefinition(
      Optional<String> name,
      List<String> keys,
      boolean unique,
      Optional<String> method,
      boolean partial) {
    this(name, keys, unique, method, partial, Details.NONE);
  }

  /**
   * What else is said of an index.
   *
   * @param computes every name in its expressions and its condition, columns among them
   * @param isPlain false when it says more than columns: an order, an operator class, columns that
   *     it only carries, or how it treats nulls
   * @param skipsNullsOf the columns whose nulls are all that a partial index leaves out; empty when
   *     it leaves out more
   */
  public record Details(Set<String> computes, boolean isPlain, List<String> skipsNullsOf) {

    /** Nothing else. */
    public static final Details NONE = new Details(Set.of(), true, List.of());

    public Details {
      computes = Set.copyOf(computes);
      skipsNullsOf = List.copyOf(skipsNullsOf);
    }
  }

  /** True when a search by these columns, in any order, can use it. */
  public boolean covers(List<String> columns) {
    List<String> skipped = details.skipsNullsOf();
    boolean finds = !partial || (!skipped.isEmpty() && columns.containsAll(skipped));
    return finds
        && keys.size() >= columns.size()
        && keys.subList(0, columns.size()).containsAll(columns);
  }
}
