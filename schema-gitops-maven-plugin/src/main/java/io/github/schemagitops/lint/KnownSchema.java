package io.github.schemagitops.lint;

import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.Blocks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a schema at the moment a statement runs. What no migration tells of is unknown,
 * and a table that is unknown is an old one in use.
 */
public final class KnownSchema {

  private final SchemaContext context;

  KnownSchema(SchemaContext context) {
    this.context = context;
  }

  /** A table or view, when some migration creates it. */
  public Optional<Relation> table(QualifiedName name) {
    return context.find(name);
  }

  /** The same, or a table of which no more is known than what migrations have done to it. */
  private Optional<Relation> learned(QualifiedName name) {
    return context.learned(name);
  }

  /** The name with its schema. */
  public QualifiedName resolve(QualifiedName name) {
    return context.resolve(name);
  }

  /** True when the table or view did not exist before this change. */
  public boolean isNew(QualifiedName table) {
    return table(table).filter(Relation::isNew).isPresent();
  }

  /** True when the column, or its table, did not exist before this change. */
  public boolean isNew(QualifiedName table, String column) {
    return isNew(table)
        || learned(table).flatMap(t -> t.column(column)).filter(Relation.Column::isNew).isPresent();
  }

  /** The column before this statement, when some migration tells of it. */
  public Optional<ColumnDefinition> column(QualifiedName table, String column) {
    return learned(table).flatMap(t -> t.column(column)).map(Relation.Column::definition);
  }

  /** The columns of a table that are known to be there before this statement. */
  public List<String> columnNames(QualifiedName table) {
    return learned(table).map(t -> List.copyOf(t.columns.keySet())).orElse(List.of());
  }

  /** The column's type before this statement; empty when no migration tells. */
  public Optional<DataType> columnType(QualifiedName table, String column) {
    return column(table, column).map(ColumnDefinition::type);
  }

  /** True when the column is known to be {@code NOT NULL} before this statement. */
  public boolean isNotNull(QualifiedName table, String column) {
    return column(table, column).filter(ColumnDefinition::notNull).isPresent();
  }

  /** Names of the validated checks that already prove that the column holds no nulls. */
  public List<String> notNullProofs(QualifiedName table, String column) {
    return learned(table).map(t -> t.notNullProofs(column)).orElse(List.of());
  }

  /** Names of the checks that mention a column. */
  public List<String> checksOn(QualifiedName table, String column) {
    return learned(table).map(t -> t.checksOn(column)).orElse(List.of());
  }

  /** True when the table is known to have partitions. */
  public boolean isPartitioned(QualifiedName table) {
    return table(table).filter(t -> t.partitioning().isPartitioned()).isPresent();
  }

  /** The partitioned table this table is known to be a part of. */
  public Optional<QualifiedName> partitionOf(QualifiedName table) {
    return learned(table).flatMap(t -> t.partitioning().of());
  }

  /** The partition that takes the rows that no other one takes, when there is one. */
  public Optional<QualifiedName> defaultPartition(QualifiedName parent) {
    QualifiedName full = resolve(parent);
    Optional<QualifiedName> of = Optional.of(full);
    return context
        .tables(full.name(), t -> t.partitioning().isDefault() && t.partitioning().of().equals(of))
        .stream()
        .findFirst();
  }

  /** True when the name is known to be a materialized view. */
  public boolean isMaterializedView(QualifiedName name) {
    return table(name).filter(t -> t.kind() == Relation.Kind.MATERIALIZED_VIEW).isPresent();
  }

  /** Tables of a schema that were there before this change. */
  public List<QualifiedName> olderTablesIn(String schema) {
    return context.olderTablesIn(schema);
  }

  /** True when some migration creates the schema. */
  public boolean knowsSchema(String schema) {
    return context.isNewSchema(schema).isPresent();
  }

  /** True when the schema did not exist before this change. */
  public boolean isNewSchema(String schema) {
    return context.isNewSchema(schema).orElse(false);
  }

  /**
   * True when a statement names its rows one by one: the columns of a key equal values that are
   * written down. Of a table that no migration tells, {@code id} is taken for the key.
   */
  public boolean namesRows(Dml statement) {
    List<String> fixed = statement.columns().fixed();
    return statement.rows() == Dml.Rows.LISTED
        || fixed.contains("id")
        || statement.tables().stream()
            .flatMap(table -> table(table).stream())
            .flatMap(Relation::searchable)
            .filter(index -> index.unique() && !index.partial())
            .anyMatch(index -> fixed.containsAll(index.keys()));
  }

  /** Tables whose foreign keys refer to this one, itself left out. */
  public List<QualifiedName> referring(QualifiedName parent) {
    QualifiedName full = resolve(parent);
    return context
        .tables(
            full.name(),
            t -> t.foreignKeys().stream().anyMatch(key -> resolve(key.references()).equals(full)))
        .stream()
        .filter(name -> !name.equals(full))
        .toList();
  }

  /** The name that the server gives to a constraint: its own, or one made up from its columns. */
  public String constraintName(QualifiedName table, Constraint constraint) {
    return context.constraintName(table, constraint);
  }

  /** A constraint of a table by its name, when some migration tells of it. */
  public Optional<Relation.Held> constraint(QualifiedName table, String name) {
    return learned(table).flatMap(t -> t.constraint(name));
  }

  /** The columns of tables that are known to be of a type, or of arrays of it; by table. */
  public Map<QualifiedName, List<String>> columnsOf(QualifiedName type) {
    return TypeUses.of(context.about(type.name()), type);
  }

  /** True when the table is known as a whole, and has no such column. */
  public boolean lacksColumn(QualifiedName table, String column) {
    return table(table).filter(t -> t.isWhole() && t.column(column).isEmpty()).isPresent();
  }

  /** True when the table is known as a whole, and has no constraint of that name. */
  public boolean lacksConstraint(QualifiedName table, String name) {
    return table(table).filter(t -> t.isWhole() && t.constraint(name).isEmpty()).isPresent();
  }

  /** The table that an index is on, when some migration tells. */
  public Optional<QualifiedName> tableOfIndex(String index) {
    return context.tableOfIndex(index);
  }

  /** True when the index, or its table, did not exist before this change. */
  public boolean isNewIndex(QualifiedName table, String index) {
    return isNew(table)
        || learned(table).flatMap(t -> t.index(index)).filter(Relation.Index::isNew).isPresent();
  }

  /** True when the type is known to be a domain with a check or {@code NOT NULL}. */
  public boolean isConstrainedDomain(QualifiedName type) {
    return context.types().type(type).filter(KnownTypes.KnownType::constrainedDomain).isPresent();
  }

  /** True when the type is known to be a domain with a check or {@code NOT NULL}. */
  public boolean isConstrainedDomain(DataType type) {
    return type.dimensions() == 0 && isConstrainedDomain(EffectNames.parse(type.name()));
  }

  /** A routine as the last migration before this statement makes it, when one tells. */
  public Optional<CreateRoutine> routine(QualifiedName name) {
    return context.types().routine(name);
  }

  /** True when some migration makes the type or domain. */
  public boolean knowsType(QualifiedName type) {
    return context.types().type(type).isPresent();
  }

  /** True when the type or domain did not exist before this change. */
  public boolean isNewType(QualifiedName type) {
    return context.types().type(type).filter(KnownTypes.KnownType::isNew).isPresent();
  }

  /** Locks on older tables that PostgreSQL takes for a statement. */
  List<HeldLock> locks(Statement statement, int line) {
    Map<QualifiedName, Blocks> locks = Locks.of(statement, this);
    return locks.entrySet().stream()
        .filter(lock -> !isNew(lock.getKey()))
        .map(lock -> new HeldLock(resolve(lock.getKey()), lock.getValue(), line))
        .toList();
  }
}
