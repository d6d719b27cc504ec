package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Flags a dropped table, alone or with its schema. */
public final class DropTable implements Rule {

  @Override
  public RuleInfo info() {
    return new RuleInfo(
            "drop-table",
            Severity.ERROR,
            "Dropping a table destroys its rows and breaks the application version still running.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(DropObject.class).flatMap(drop -> check(step, drop));
  }

  private Stream<Finding> check(Step step, DropObject drop) {
    if (drop.type() == ObjectType.TABLE) {
      return drop.names().stream()
          .filter(table -> !step.createdInThisChange(table))
          .map(table -> table(step, drop, table));
    }
    if (drop.type() == ObjectType.SCHEMA && drop.cascade()) {
      return drop.names().stream()
          .filter(schema -> !step.schema().olderTablesIn(schema.name()).isEmpty())
          .map(schema -> schema(step, drop, schema));
    }
    return Stream.of();
  }

  private Finding table(Step step, DropObject drop, QualifiedName table) {
    return step.schema()
        .partitionOf(table)
        .map(parent -> partition(step, drop, table))
        .orElseGet(
            () ->
                step.finding(
                    this,
                    drop.span(),
                    table,
                    "dropping %s destroys its rows and breaks the application version still running"
                        .formatted(table),
                    "ACCESS EXCLUSIVE lock on %s and the tables it refers to: all reads and writes wait"
                        .formatted(table),
                    "release an application that no longer uses %s first, then drop it and say so: -- schema:ignore drop-table unused since <version>"
                        .formatted(table)));
  }

  /** What it locks is told by drop-partition-locks-parent. */
  private Finding partition(Step step, DropObject drop, QualifiedName table) {
    return step.finding(
        this,
        drop.span(),
        table,
        "dropping the partition %s destroys its rows".formatted(table),
        "the rows of %s are gone for good".formatted(table),
        "keep a copy as long as anybody may ask for the rows, then say so: -- schema:ignore drop-table older than the retention period");
  }

  private Finding schema(Step step, DropObject drop, QualifiedName schema) {
    List<QualifiedName> tables = step.schema().olderTablesIn(schema.name());
    return step.finding(
        this,
        drop.span(),
        schema,
        "dropping the schema %s destroys the rows of %s"
            .formatted(
                schema, tables.size() == 1 ? tables.get(0).toString() : tables.size() + " tables"),
        "ACCESS EXCLUSIVE lock on every table in %s: all reads and writes wait".formatted(schema),
        "drop its tables one by one, each after the application stopped using it");
  }
}
