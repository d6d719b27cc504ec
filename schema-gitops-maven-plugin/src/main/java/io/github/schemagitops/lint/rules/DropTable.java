package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a dropped table. */
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
    return drop.type() == ObjectType.TABLE
        ? drop.names().stream()
            .filter(table -> !step.createdInThisChange(table))
            .map(table -> table(step, drop, table))
        : Stream.of();
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
}
