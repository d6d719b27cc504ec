package io.github.schemagitops.lint;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the migrations replayed so far say about one table or materialized view. */
final class Relation {

  /**
   * A column.
   *
   * @param type its data type
   * @param notNull true when it cannot be null
   * @param isNew true when it came with this change
   */
  record Column(DataType type, boolean notNull, boolean isNew) {}

  private record Held(Constraint constraint, boolean validated) {}

  private final String name;
  private boolean isNew;
  private final boolean isView;
  private final boolean partitioned;
  private Optional<QualifiedName> partitionOf;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, Held> constraints = new LinkedHashMap<>();

  Relation(
      String name,
      boolean isNew,
      boolean isView,
      boolean partitioned,
      Optional<QualifiedName> partitionOf) {
    this.name = name;
    this.isNew = isNew;
    this.isView = isView;
    this.partitioned = partitioned;
    this.partitionOf = partitionOf;
  }

  boolean isNew() {
    return isNew;
  }

  /** From now on the table counts as an old one in use, and so do its columns. */
  void settle() {
    isNew = false;
    columns.replaceAll((n, column) -> new Column(column.type(), column.notNull(), false));
  }

  boolean isView() {
    return isView;
  }

  boolean isPartitioned() {
    return partitioned;
  }

  Optional<QualifiedName> partitionOf() {
    return partitionOf;
  }

  void partitionOf(Optional<QualifiedName> parent) {
    partitionOf = parent;
  }

  Optional<Column> column(String column) {
    return Optional.ofNullable(columns.get(column));
  }

  /** Names of the checks that hold for every row and forbid nulls in the column. */
  List<String> notNullProofs(String column) {
    return checks(
        held ->
            held.validated()
                && held.constraint() instanceof Constraint.Check check
                && check.notNullColumns().contains(column));
  }

  /** Names of the checks that mention a column. */
  List<String> checksOn(String column) {
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

  /** Takes over the columns of another relation. */
  void copyColumns(Relation other) {
    other.columns.forEach(
        (column, old) -> columns.put(column, new Column(old.type(), old.notNull(), isNew)));
  }

  void add(ColumnDefinition column, boolean columnIsNew) {
    columns.put(column.name(), new Column(column.type(), column.notNull(), columnIsNew));
    column.constraints().forEach(this::add);
  }

  void add(Constraint constraint) {
    constraints.put(nameOf(constraint), new Held(constraint, !constraint.notValid()));
    if (constraint instanceof Constraint.Unique key && key.primary()) {
      key.columns().forEach(column -> notNull(column, true));
    }
    if (constraint instanceof Constraint.NotNull notNull && !notNull.notValid()) {
      notNull(notNull.column(), true);
    }
  }

  /** What one action of an {@code ALTER TABLE} leaves behind. */
  void apply(AlterAction action, boolean inThisChange) {
    if (action instanceof AlterAction.AddColumn add) {
      if (!columns.containsKey(add.column().name())) {
        add(add.column(), inThisChange);
      }
    } else if (action instanceof AlterAction.DropColumn drop) {
      columns.remove(drop.column());
      checksOn(drop.column()).forEach(constraints::remove);
    } else if (action instanceof AlterAction.AlterColumnType change) {
      columns.computeIfPresent(
          change.column(), (n, old) -> new Column(change.newType(), old.notNull(), old.isNew()));
    } else if (action instanceof AlterAction.SetNotNull set) {
      notNull(set.column(), true);
    } else if (action instanceof AlterAction.DropNotNull drop) {
      notNull(drop.column(), false);
    } else if (action instanceof AlterAction.RenameColumn rename) {
      rename(rename.from(), rename.to());
    } else {
      applyToConstraints(action);
    }
  }

  private void applyToConstraints(AlterAction action) {
    if (action instanceof AlterAction.AddConstraint add) {
      add(add.constraint());
    } else if (action instanceof AlterAction.ValidateConstraint validate) {
      validate(validate.constraint());
    } else if (action instanceof AlterAction.DropConstraint drop) {
      constraints.remove(drop.constraint());
    } else if (action instanceof AlterAction.RenameConstraint rename) {
      Optional.ofNullable(constraints.remove(rename.from()))
          .ifPresent(held -> constraints.put(rename.to(), held));
    }
  }

  private void validate(String constraint) {
    constraints.computeIfPresent(constraint, (n, held) -> new Held(held.constraint(), true));
    Optional.ofNullable(constraints.get(constraint))
        .filter(held -> held.constraint() instanceof Constraint.NotNull)
        .ifPresent(held -> notNull(((Constraint.NotNull) held.constraint()).column(), true));
  }

  private void notNull(String column, boolean value) {
    columns.computeIfPresent(column, (n, old) -> new Column(old.type(), value, old.isNew()));
  }

  private void rename(String from, String to) {
    Optional.ofNullable(columns.remove(from)).ifPresent(column -> columns.put(to, column));
    constraints.replaceAll(
        (n, held) ->
            held.constraint() instanceof Constraint.Check check
                ? new Held(renamed(check, from, to), held.validated())
                : held);
  }

  /** A check follows its columns; its text does not matter here. */
  private static Constraint renamed(Constraint.Check check, String from, String to) {
    UnaryOperator<String> follow = name -> name.equals(from) ? to : name;
    return new Constraint.Check(
        check.name(),
        check.expression(),
        check.mentions().stream().map(follow).collect(Collectors.toSet()),
        check.notNullColumns().stream().map(follow).toList(),
        check.notValid());
  }

  /** The name the server would choose for a check; others need no name here. */
  private String nameOf(Constraint constraint) {
    return constraint
        .name()
        .orElseGet(
            () -> {
              List<String> used =
                  constraint instanceof Constraint.Check check
                      ? columns.keySet().stream().filter(check.mentions()::contains).toList()
                      : List.of();
              String column = used.size() == 1 ? "_" + used.get(0) : "";
              String base = name + column + "_check";
              int number = 0;
              while (constraints.containsKey(number == 0 ? base : base + number)) {
                number++;
              }
              return number == 0 ? base : base + number;
            });
  }
}
