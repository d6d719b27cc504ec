package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a table whose rows nothing tells apart. */
public final class RequirePrimaryKey implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "require-primary-key",
            "A table without primary key has rows that nothing tells apart, and replicates badly.")
        .everywhere()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewTables.of(step)
        // Partitions have their parent's; what LIKE and INHERITS bring is not told.
        .filter(table -> table.copiedFrom().isEmpty())
        .filter(table -> table.partitioning().of().isEmpty())
        .filter(table -> !table.options().containsKey(CreateTable.FOREIGN))
        .filter(table -> !hasKey(table) && !getsKey(step, step.schema().resolve(table.name())))
        .map(
            table ->
                step.finding(
                    this,
                    table.span(),
                    table.name(),
                    "%s has no primary key: nothing tells its rows apart".formatted(table.name()),
                    step.database() == Database.POSTGRESQL
                        ? "logical replication refuses UPDATE and DELETE on it"
                        : "replication looks through the whole table for every changed row",
                    "add a primary key"));
  }

  private static boolean hasKey(CreateTable table) {
    return Stream.concat(
            table.constraints().stream(),
            table.columns().stream().flatMap(column -> column.constraints().stream()))
        .anyMatch(RequirePrimaryKey::isKey);
  }

  private static boolean isKey(Constraint constraint) {
    return constraint instanceof Constraint.Unique key && key.primary();
  }

  /** Later in the same change: nobody has used the table without it. */
  private static boolean getsKey(Step step, QualifiedName table) {
    return step.later()
        .anyMatch(
            later ->
                later instanceof AlterTable alter
                    && step.schema().resolve(alter.table()).equals(table)
                    && alter.actions().stream().anyMatch(RequirePrimaryKey::addsKey));
  }

  private static boolean addsKey(AlterAction action) {
    return action instanceof AlterAction.AddConstraint add
        ? isKey(add.constraint())
        : action instanceof AlterAction.AddColumn column
            && column.column().constraints().stream().anyMatch(RequirePrimaryKey::isKey);
  }
}
