package io.github.schemagitops.statement;

import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE TABLE}, also {@code … AS} and {@code SELECT INTO}.
 *
 * @param name the table
 * @param ifNotExists true when an existing table is left alone
 * @param temporary true when it ends with the session
 * @param columns columns the statement defines; a query's columns are not known
 * @param constraints constraints written beside the columns
 * @param copiedFrom tables whose columns it takes over: {@code LIKE}, {@code INHERITS} and the
 *     partitioned table
 * @param partitionOf the partitioned table it belongs to
 * @param partitioned true when it has partitions itself
 * @param span the words {@code CREATE TABLE} and the name
 */
public record CreateTable(
    QualifiedName name,
    boolean ifNotExists,
    boolean temporary,
    List<ColumnDefinition> columns,
    List<Constraint> constraints,
    List<QualifiedName> copiedFrom,
    Optional<QualifiedName> partitionOf,
    boolean partitioned,
    Span span)
    implements Statement {

  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    copiedFrom = List.copyOf(copiedFrom);
  }
}
