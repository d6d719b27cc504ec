package io.github.schemagitops.statement;

import java.util.List;

/**
 * A statement about rows.
 *
 * @param kind what it does with them
 * @param tables the tables it writes; none when it writes none
 * @param rows which of a table's rows it writes
 * @param namesColumns true unless it inserts values without saying into which columns
 * @param cascade true when {@code TRUNCATE} empties referring tables, too
 * @param calls routines that a query calls for their effect
 * @param columns which columns it names, as far as somebody has looked
 * @param reads the tables of which a query reads every row, as far as somebody has looked
 * @param span the words that say it
 */
public record Dml(
    Kind kind,
    List<QualifiedName> tables,
    Rows rows,
    boolean namesColumns,
    boolean cascade,
    List<QualifiedName> calls,
    Columns columns,
    List<QualifiedName> reads,
    Span span)
    implements Statement {

  /** A statement that is no query. */
  public Dml(
      Kind kind,
      List<QualifiedName> tables,
      Rows rows,
      boolean namesColumns,
      boolean cascade,
      List<QualifiedName> calls,
      Columns columns,
      Span span) {
    this(kind, tables, rows, namesColumns, cascade, calls, columns, List.of(), span);
  }

  /** A statement whose columns nobody has looked at. */
  public Dml(
      Kind kind,
      List<QualifiedName> tables,
      Rows rows,
      boolean namesColumns,
      boolean cascade,
      List<QualifiedName> calls,
      Span span) {
    this(kind, tables, rows, namesColumns, cascade, calls, Columns.NONE, span);
  }

  public Dml {
    tables = List.copyOf(tables);
    calls = List.copyOf(calls);
    reads = List.copyOf(reads);
  }

  /** A statement of which no more is known than what it writes. */
  public static Dml of(Kind kind, List<QualifiedName> tables, Span span) {
    return new Dml(kind, tables, Rows.SOME, true, false, List.of(), span);
  }

  /**
   * The columns of a statement.
   *
   * @param written those that get new values
   * @param fixed those that must equal a value written down in the condition
   * @param twice those that one list names more often than the server takes
   */
  public record Columns(List<String> written, List<String> fixed, List<String> twice) {

    /** None, or nobody has looked. */
    public static final Columns NONE = new Columns(List.of(), List.of(), List.of());

    public Columns {
      written = List.copyOf(written);
      fixed = List.copyOf(fixed);
      twice = List.copyOf(twice);
    }
  }

  /** What is done with rows. */
  public enum Kind {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    TRUNCATE,
    COPY
  }

  /** Which rows. */
  public enum Rows {
    /** No condition, or one that is always true. */
    ALL,
    /** Those that a condition or a join selects. */
    SOME,
    /** As many as are written down in the statement. */
    LISTED
  }
}
