package io.github.schemagitops.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code CREATE TABLE}, also {@code … AS} and {@code SELECT INTO}.
 *
 * @param name the table
 * @param how what is said beside its contents
 * @param columns columns the statement defines; a query's columns are not known
 * @param constraints constraints written beside the columns
 * @param indexes indexes written beside the columns
 * @param copiedFrom tables whose columns it takes over: {@code LIKE}, {@code INHERITS} and the
 *     partitioned table
 * @param partitioning how it belongs together with others
 * @param options what MySQL calls table options, by name in lower case: {@code engine}, {@code
 *     charset}, {@code collate}
 * @param places where the words stand that define a column, by its name; empty when not known
 * @param twice names that several columns of its query would have, as far as somebody has looked
 * @param span the words {@code CREATE TABLE} and the name
 */
public record CreateTable(
    QualifiedName name,
    How how,
    List<ColumnDefinition> columns,
    List<Constraint> constraints,
    List<IndexDefinition> indexes,
    List<QualifiedName> copiedFrom,
    Partitioning partitioning,
    Map<String, String> options,
    Map<String, Span> places,
    List<String> twice,
    Span span)
    implements Statement {

  /** Option of a table whose rows another server has. */
  public static final String FOREIGN = "foreign";

  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    copiedFrom = List.copyOf(copiedFrom);
    options = Map.copyOf(options);
    places = Map.copyOf(places);
    twice = List.copyOf(twice);
  }

  /** A table of whose columns it is not known where they stand. */
  public CreateTable(
      QualifiedName name,
      How how,
      List<ColumnDefinition> columns,
      List<Constraint> constraints,
      List<IndexDefinition> indexes,
      List<QualifiedName> copiedFrom,
      Partitioning partitioning,
      Map<String, String> options,
      Span span) {
    this(
        name,
        how,
        columns,
        constraints,
        indexes,
        copiedFrom,
        partitioning,
        options,
        Map.of(),
        List.of(),
        span);
  }

  /** The words that define a column, or that create the table when it is not known which. */
  public Span place(String column) {
    return places.getOrDefault(column, span);
  }

  /**
   * What is said beside a table's contents.
   *
   * @param ifNotExists true when an existing table is left alone
   * @param temporary true when it ends with the session
   * @param ofQuery true when a query fills it
   */
  public record How(boolean ifNotExists, boolean temporary, boolean ofQuery) {

    /** Plain {@code CREATE TABLE}. */
    public static final How PLAIN = new How(false, false, false);
  }

  /**
   * How a table belongs together with others.
   *
   * @param of the partitioned table it belongs to
   * @param isDefault true when it takes the rows that no other partition takes
   * @param isPartitioned true when it has partitions itself
   * @param key the columns that decide where its rows go
   */
  public record Partitioning(
      Optional<QualifiedName> of, boolean isDefault, boolean isPartitioned, List<String> key) {

    /** A table on its own. */
    public static final Partitioning NONE =
        new Partitioning(Optional.empty(), false, false, List.of());

    public Partitioning {
      key = List.copyOf(key);
    }
  }
}
