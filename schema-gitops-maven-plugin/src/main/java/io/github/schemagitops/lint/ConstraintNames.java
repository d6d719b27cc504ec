package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.IndexDefinition;
import java.util.List;

/** The names that a server gives to what a statement does not name. */
final class ConstraintNames {

  private ConstraintNames() {}

  static String of(Constraint constraint, Relation relation) {
    boolean postgres = relation.database() == Database.POSTGRESQL;
    if (!postgres && constraint instanceof Constraint.Unique key && key.primary()) {
      return "PRIMARY";
    }
    return constraint
        .name()
        .orElseGet(
            () ->
                free(
                    postgres ? ofPostgres(constraint, relation) : ofMySql(constraint, relation),
                    relation));
  }

  static String ofIndex(IndexDefinition index, Relation relation) {
    List<String> columns =
        index.keys().stream().map(key -> key.startsWith("(") ? "expr" : key).toList();
    String name =
        relation.database() == Database.POSTGRESQL
            ? relation.name() + "_" + String.join("_", columns) + "_idx"
            : columns.isEmpty() ? "index" : columns.get(0);
    return free(name, relation);
  }

  private static String ofPostgres(Constraint constraint, Relation relation) {
    if (constraint instanceof Constraint.Check check) {
      List<String> used =
          relation.columns.keySet().stream().filter(check.mentions()::contains).toList();
      return relation.name() + (used.size() == 1 ? "_" + used.get(0) : "") + "_check";
    }
    if (constraint instanceof Constraint.Unique key) {
      return key.primary()
          ? relation.name() + "_pkey"
          : key.usingIndex()
              .orElse(relation.name() + "_" + String.join("_", key.columns()) + "_key");
    }
    if (constraint instanceof Constraint.ForeignKey key) {
      return relation.name() + "_" + String.join("_", key.columns()) + "_fkey";
    }
    return constraint instanceof Constraint.NotNull notNull
        ? relation.name() + "_" + notNull.column() + "_not_null"
        : relation.name() + "_excl";
  }

  private static String ofMySql(Constraint constraint, Relation relation) {
    if (constraint instanceof Constraint.Unique key && !key.columns().isEmpty()) {
      return key.columns().get(0);
    }
    return relation.name() + (constraint instanceof Constraint.ForeignKey ? "_ibfk_1" : "_chk_1");
  }

  private static String free(String base, Relation relation) {
    int number = 0;
    while (relation.constraints.containsKey(numbered(base, number))
        || relation.indexes.containsKey(numbered(base, number))) {
      number++;
    }
    return numbered(base, number);
  }

  private static String numbered(String base, int number) {
    return number == 0 ? base : base + number;
  }
}
