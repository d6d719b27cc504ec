package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable.Partitioning;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the migrations replayed so far say about one table or view. */
public final class Relation {

  /** What it is. */
  public enum Kind {
    TABLE,
    VIEW,
    MATERIALIZED_VIEW
  }

  /**
   * A column.
   *
   * @param definition what it is now
   * @param isNew true when it came with this change
   */
  public record Column(ColumnDefinition definition, boolean isNew) {

    /** Its data type. */
    public DataType type() {
      return definition.type();
    }

    /** True when it cannot be null. */
    public boolean notNull() {
      return definition.notNull();
    }
  }

  /**
   * A constraint.
   *
   * @param constraint what it demands
   * @param validated true when every row is known to meet it
   * @param isNew true when it came with this change
   */
  public record Held(Constraint constraint, boolean validated, boolean isNew) {}

  /**
   * An index that no constraint brought.
   *
   * @param definition what it holds
   * @param isNew true when it came with this change
   */
  public record Index(IndexDefinition definition, boolean isNew) {}

  private final Kind kind;
  private final Database database;
  private String name;
  private final Map<String, String> options;
  private boolean isNew;
  private final boolean complete;
  private Partitioning partitioning;
  private boolean isWhole;
  final Map<String, Column> columns = new LinkedHashMap<>();
  final Map<String, Held> constraints = new LinkedHashMap<>();
  final Map<String, Index> indexes = new LinkedHashMap<>();

  Relation(
      Kind kind,
      Database database,
      String name,
      boolean isNew,
      boolean complete,
      Partitioning partitioning,
      Map<String, String> options) {
    this.kind = kind;
    this.database = database;
    this.name = name;
    this.isNew = isNew;
    this.complete = complete;
    this.partitioning = partitioning;
    this.options = new LinkedHashMap<>(options);
  }

  Database database() {
    return database;
  }

  /** Its name without schema. */
  public String name() {
    return name;
  }

  void name(String other) {
    name = other;
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** True when it did not exist before this change. */
  public boolean isNew() {
    return isNew;
  }

  /** False when no migration creates it: no more is known than what was done to it since. */
  boolean isComplete() {
    return complete;
  }

  /** True when all of its columns and constraints are known: what is not told is not there. */
  public boolean isWhole() {
    return isWhole;
  }

  void whole(boolean value) {
    isWhole = value;
  }

  /** How it belongs together with others. */
  public Partitioning partitioning() {
    return partitioning;
  }

  /** A column, when some migration tells of it. */
  public Optional<Column> column(String column) {
    return Optional.ofNullable(columns.get(column));
  }

  /** True when a column came with this change. */
  public boolean hasNewColumns() {
    return columns.values().stream().anyMatch(Column::isNew);
  }

  /** All columns that migrations tell of. */
  public List<ColumnDefinition> columns() {
    return columns.values().stream().map(Column::definition).toList();
  }

  /** A constraint by its name. */
  public Optional<Held> constraint(String name) {
    return Optional.ofNullable(constraints.get(name));
  }

  /** All constraints by name. */
  public Map<String, Held> constraints() {
    return Map.copyOf(constraints);
  }

  /** An index by its name, when no constraint brought it. */
  public Optional<Index> index(String name) {
    return Optional.ofNullable(indexes.get(name));
  }

  /** Its foreign keys. */
  public List<Constraint.ForeignKey> foreignKeys() {
    return held(Constraint.ForeignKey.class).toList();
  }

  /** Its primary key, when some migration tells of it. */
  public Optional<Constraint.Unique> primaryKey() {
    return held(Constraint.Unique.class).filter(Constraint.Unique::primary).findFirst();
  }

  /** Everything that rows can be found by: indexes and keys. */
  public Stream<IndexDefinition> searchable() {
    Stream<IndexDefinition> keys =
        held(Constraint.Unique.class)
            .map(
                key ->
                    new IndexDefinition(key.name(), key.columns(), true, Optional.empty(), false));
    return Stream.concat(indexes.values().stream().map(Index::definition), keys);
  }

  /** An option of MySQL's, by its name in lower case, for instance {@code charset}. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** Names of the checks that hold for every row and forbid nulls in the column. */
  public List<String> notNullProofs(String column) {
    return checks(
        held ->
            held.validated()
                && held.constraint() instanceof Constraint.Check check
                && check.notNullColumns().contains(column));
  }

  /** Names of the checks that mention a column. */
  public List<String> checksOn(String column) {
    return checks(
        held ->
            held.constraint() instanceof Constraint.Check check
                && check.mentions().contains(column));
  }

  private List<String> checks(Predicate<Held> wanted) {
    return constraints.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private <C extends Constraint> Stream<C> held(Class<C> type) {
    return constraints.values().stream()
        .map(Held::constraint)
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** From now on it counts as an old one in use, and so does everything in it. */
  void settle() {
    isNew = false;
    columns.replaceAll((n, column) -> new Column(column.definition(), false));
    constraints.replaceAll((n, c) -> new Held(c.constraint(), c.validated(), false));
    indexes.replaceAll((n, index) -> new Index(index.definition(), false));
  }

  void partitioning(Partitioning other) {
    partitioning = other;
  }

  /** It becomes a partition of another one, or none. */
  void partitionOf(Optional<QualifiedName> parent, boolean isDefault) {
    partitioning =
        new Partitioning(parent, isDefault, partitioning.isPartitioned(), partitioning.key());
  }

  void option(String name, String value) {
    options.put(name, value);
  }

  Map<String, String> options() {
    return options;
  }

  /** Takes over the columns of another relation. */
  void copyColumns(Relation other) {
    other.columns.forEach(
        (column, old) -> columns.put(column, new Column(old.definition(), isNew)));
  }

  void add(ColumnDefinition column, boolean columnIsNew) {
    columns.put(column.name(), new Column(column, columnIsNew));
    column.constraints().forEach(constraint -> add(constraint, columnIsNew));
  }

  void add(Constraint constraint, boolean constraintIsNew) {
    Constraint full = RelationChanges.withColumns(this, constraint);
    constraints.put(
        ConstraintNames.of(full, this), new Held(full, !full.notValid(), constraintIsNew));
    if (full instanceof Constraint.Unique key && key.primary()) {
      key.columns().forEach(column -> notNull(column, true));
    }
    if (full instanceof Constraint.NotNull notNull && !notNull.notValid()) {
      notNull(notNull.column(), true);
    }
  }

  void add(IndexDefinition index, boolean indexIsNew) {
    indexes.put(
        index.name().orElseGet(() -> ConstraintNames.ofIndex(index, this)),
        new Index(index, indexIsNew));
  }

  /** What one action of an {@code ALTER TABLE} leaves behind. */
  void apply(AlterAction action, boolean inThisChange) {
    RelationChanges.apply(this, action, inThisChange);
  }

  /** Some columns' type gets another name. */
  void retype(List<String> names, String type) {
    names.forEach(
        name ->
            columns.computeIfPresent(
                name,
                (n, old) -> {
                  DataType was = old.type();
                  DataType now = new DataType(type, was.modifiers(), was.dimensions());
                  return new Column(old.definition().typed(now), old.isNew());
                }));
  }

  void notNull(String column, boolean value) {
    columns.computeIfPresent(
        column, (n, old) -> new Column(old.definition().nullable(!value), old.isNew()));
  }
}
