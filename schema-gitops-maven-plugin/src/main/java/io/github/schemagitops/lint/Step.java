package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One statement of a new migration, and what is known at the moment it runs. "This change" is all
 * new migrations together, in the order they run: what they create, nobody uses yet.
 */
public final class Step {

  private final Migration migration;
  private final SqlStatement source;
  private final Statement statement;
  private final boolean insideBlock;
  private final SchemaContext context;

  Step(
      Migration migration,
      SqlStatement source,
      Statement statement,
      boolean insideBlock,
      SchemaContext context) {
    this.migration = migration;
    this.source = source;
    this.statement = statement;
    this.insideBlock = insideBlock;
    this.context = context;
  }

  public Migration migration() {
    return migration;
  }

  /** The SQL the statement stands in: a {@code DO} block's statements share one. */
  public SqlStatement source() {
    return source;
  }

  /** The statement, if it is of that kind. */
  public <S extends Statement> Stream<S> statement(Class<S> kind) {
    return kind.isInstance(statement) ? Stream.of(kind.cast(statement)) : Stream.empty();
  }

  /** What an {@code ALTER TABLE} does of that kind, each with its table. */
  public <A extends AlterAction> Stream<Alteration<A>> alterations(Class<A> kind) {
    return statement(AlterTable.class)
        .flatMap(
            alter ->
                alter.actions().stream()
                    .filter(kind::isInstance)
                    .map(action -> new Alteration<>(alter.table(), kind.cast(action))));
  }

  /**
   * One action of an {@code ALTER TABLE}.
   *
   * @param <A> what is done
   * @param table to which table
   * @param action the action
   */
  public record Alteration<A extends AlterAction>(QualifiedName table, A action) {}

  /** True when the table did not exist before this change. */
  public boolean createdInThisChange(QualifiedName table) {
    return context.find(table).filter(Relation::isNew).isPresent();
  }

  /** True when the column, or its table, did not exist before this change. */
  public boolean createdInThisChange(QualifiedName table, String column) {
    return createdInThisChange(table)
        || column(table, column).filter(Relation.Column::isNew).isPresent();
  }

  /** The column's type before this statement; empty when no migration tells. */
  public Optional<DataType> columnType(QualifiedName table, String column) {
    return column(table, column).map(Relation.Column::type);
  }

  /** True when the column is known to be {@code NOT NULL} before this statement. */
  public boolean isNotNull(QualifiedName table, String column) {
    return column(table, column).filter(Relation.Column::notNull).isPresent();
  }

  /** Names of the validated checks that already prove that the column holds no nulls. */
  public List<String> notNullProofs(QualifiedName table, String column) {
    return context.find(table).map(t -> t.notNullProofs(column)).orElse(List.of());
  }

  /** Names of the checks that mention a column. */
  public List<String> checksOn(QualifiedName table, String column) {
    return context.find(table).map(t -> t.checksOn(column)).orElse(List.of());
  }

  /** True when the table is known to have partitions. */
  public boolean isPartitioned(QualifiedName table) {
    return context.find(table).filter(Relation::isPartitioned).isPresent();
  }

  /** The partitioned table this table is known to be a part of. */
  public Optional<QualifiedName> partitionOf(QualifiedName table) {
    return context.find(table).flatMap(Relation::partitionOf);
  }

  /** True when the name is known to be a materialized view. */
  public boolean isMaterializedView(QualifiedName name) {
    return context.find(name).filter(Relation::isView).isPresent();
  }

  /** Tables of a schema that were there before this change. */
  public List<QualifiedName> olderTablesIn(String schema) {
    return context.olderTablesIn(schema);
  }

  /** True when the engine wraps the whole file in one transaction. */
  public boolean runsInTransaction() {
    return migration.inTransaction();
  }

  /** True when the statement stands in a {@code DO} block. */
  public boolean insideBlock() {
    return insideBlock;
  }

  /**
   * A finding of a rule.
   *
   * @param span the guilty words
   * @param object the table or other object concerned
   * @param message what goes wrong, in one sentence
   * @param note what stands beside the marked words: the lock and what it blocks
   * @param help what to do, starting with a verb
   */
  public Finding finding(
      Rule rule, Span span, QualifiedName object, String message, String note, String help) {
    return finding(rule.info(), span, message, note, help).about(object.toString());
  }

  /** Like the other, about no database object. */
  public Finding finding(Rule rule, Span span, String message, String note, String help) {
    return finding(rule.info(), span, message, note, help);
  }

  Finding finding(RuleInfo rule, Span span, String message, String note, String help) {
    Place place = Place.of(migration, source, span);
    return Finding.at(place.location(), rule.id(), rule.severity(), message, help)
        .showing(place.frame(note));
  }

  private Optional<Relation.Column> column(QualifiedName table, String column) {
    return context.find(table).flatMap(t -> t.column(column));
  }
}
