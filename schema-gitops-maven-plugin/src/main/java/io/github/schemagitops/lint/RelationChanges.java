package io.github.schemagitops.lint;

import io.github.schemagitops.lint.Relation.Column;
import io.github.schemagitops.lint.Relation.Held;
import io.github.schemagitops.lint.Relation.Index;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.IndexDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the actions of {@code ALTER TABLE} leave behind. */
final class RelationChanges {

  private RelationChanges() {}

  static void apply(Relation table, AlterAction action, boolean isNew) {
    if (action instanceof AlterAction.AddColumn add) {
      if (!table.columns.containsKey(add.column().name())) {
        table.add(add.column(), isNew);
      }
    } else if (action instanceof AlterAction.DropColumn drop) {
      drop(table, drop.column());
    } else if (action instanceof AlterAction.AlterColumnType change) {
      table.columns.computeIfPresent(
          change.column(),
          (n, old) -> new Column(old.definition().typed(change.newType()), old.isNew()));
    } else if (action instanceof AlterAction.RedefineColumn change) {
      boolean wasNew = table.column(change.column()).filter(Column::isNew).isPresent();
      table.columns.put(change.column(), new Column(change.definition(), wasNew));
    } else if (action instanceof AlterAction.SetNotNull set) {
      table.notNull(set.column(), true);
    } else if (action instanceof AlterAction.DropNotNull drop) {
      table.notNull(drop.column(), false);
    } else if (action instanceof AlterAction.SetDefault set) {
      table.columns.computeIfPresent(
          set.column(),
          (n, old) -> new Column(old.definition().defaulting(set.value()), old.isNew()));
    } else if (action instanceof AlterAction.RenameColumn rename) {
      rename(table, rename.from(), rename.to());
    } else {
      applyToKeys(table, action, isNew);
    }
  }

  private static void applyToKeys(Relation table, AlterAction action, boolean isNew) {
    if (action instanceof AlterAction.AddConstraint add) {
      table.add(add.constraint(), isNew);
    } else if (action instanceof AlterAction.ValidateConstraint validate) {
      validate(table, validate.constraint());
    } else if (action instanceof AlterAction.DropConstraint drop) {
      table.constraints.remove(drop.constraint());
    } else if (action instanceof AlterAction.RenameConstraint rename) {
      Optional.ofNullable(table.constraints.remove(rename.from()))
          .ifPresent(held -> table.constraints.put(rename.to(), held));
    } else if (action instanceof AlterAction.AddIndex add) {
      table.add(add.index(), isNew);
    } else if (action instanceof AlterAction.ChangeIndex change) {
      Optional<Index> index = Optional.ofNullable(table.indexes.remove(change.index()));
      change.newName().ifPresent(name -> index.ifPresent(found -> table.indexes.put(name, found)));
      if (change.newName().isEmpty()) {
        table.constraints.remove(change.index());
      }
    } else if (action instanceof AlterAction.ConvertCharset convert) {
      table.option("charset", convert.charset());
    }
  }

  /** Whatever mentions the column goes with it. */
  private static void drop(Relation table, String column) {
    table.columns.remove(column);
    table.constraints.values().removeIf(held -> mentions(held.constraint(), column));
    table
        .indexes
        .values()
        .removeIf(
            index ->
                index.definition().keys().contains(column)
                    || index.definition().details().computes().contains(column));
  }

  private static boolean mentions(Constraint constraint, String column) {
    if (constraint instanceof Constraint.Check check) {
      return check.mentions().contains(column);
    }
    if (constraint instanceof Constraint.ForeignKey key) {
      return key.columns().contains(column);
    }
    return constraint instanceof Constraint.Unique key
        ? key.columns().contains(column)
        : constraint instanceof Constraint.NotNull notNull && notNull.column().equals(column);
  }

  private static void validate(Relation table, String constraint) {
    table.constraints.computeIfPresent(
        constraint, (n, held) -> new Held(held.constraint(), true, held.isNew()));
    table
        .constraint(constraint)
        .filter(held -> held.constraint() instanceof Constraint.NotNull)
        .ifPresent(held -> table.notNull(((Constraint.NotNull) held.constraint()).column(), true));
  }

  private static void rename(Relation table, String from, String to) {
    Optional.ofNullable(table.columns.remove(from))
        .ifPresent(column -> table.columns.put(to, column));
    UnaryOperator<String> follow = name -> name.equals(from) ? to : name;
    table.constraints.replaceAll(
        (n, held) -> new Held(renamed(held.constraint(), follow), held.validated(), held.isNew()));
    table.indexes.replaceAll(
        (n, index) -> new Index(renamed(index.definition(), follow), index.isNew()));
  }

  /** A constraint follows its columns; a check's text does not matter here. */
  private static Constraint renamed(Constraint constraint, UnaryOperator<String> follow) {
    if (constraint instanceof Constraint.Check check) {
      return new Constraint.Check(
          check.name(),
          check.expression(),
          check.mentions().stream().map(follow).collect(Collectors.toSet()),
          all(check.notNullColumns(), follow),
          check.notValid());
    }
    if (constraint instanceof Constraint.ForeignKey key) {
      return new Constraint.ForeignKey(
          key.name(),
          all(key.columns(), follow),
          key.references(),
          key.referenced(),
          key.notValid());
    }
    if (constraint instanceof Constraint.Unique key) {
      return new Constraint.Unique(
          key.name(), all(key.columns(), follow), key.primary(), key.usingIndex());
    }
    return constraint instanceof Constraint.NotNull notNull
        ? new Constraint.NotNull(notNull.name(), follow.apply(notNull.column()), notNull.notValid())
        : constraint;
  }

  private static IndexDefinition renamed(IndexDefinition index, UnaryOperator<String> follow) {
    return new IndexDefinition(
        index.name(),
        all(index.keys(), follow),
        index.unique(),
        index.method(),
        index.partial(),
        new IndexDefinition.Details(
            index.details().computes().stream().map(follow).collect(Collectors.toSet()),
            index.details().isPlain(),
            all(index.details().skipsNullsOf(), follow)));
  }

  private static List<String> all(List<String> names, UnaryOperator<String> follow) {
    return names.stream().map(follow).toList();
  }

  /** A key that takes over an index has the index's columns. */
  static Constraint withColumns(Relation table, Constraint constraint) {
    if (!(constraint instanceof Constraint.Unique key) || key.usingIndex().isEmpty()) {
      return constraint;
    }
    List<String> columns =
        table
            .index(key.usingIndex().get())
            .map(index -> index.definition().keys())
            .orElse(key.columns());
    return new Constraint.Unique(key.name(), columns, key.primary(), key.usingIndex());
  }
}
