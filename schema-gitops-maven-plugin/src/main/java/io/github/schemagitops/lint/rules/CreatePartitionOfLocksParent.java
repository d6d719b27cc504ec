package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Stream;

/** Flags a partition created in place, which locks its parent and reads the default partition. */
public final class CreatePartitionOfLocksParent implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "create-partition-of-locks-parent",
            "CREATE TABLE … PARTITION OF stops all work on the parent while it reads the default partition.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(CreateTable.class)
        .flatMap(
            create ->
                create.partitioning().of().stream()
                    .filter(parent -> !step.createdInThisChange(parent))
                    .map(parent -> check(step, create, parent)));
  }

  private Finding check(Step step, CreateTable create, QualifiedName parent) {
    return step.schema()
        .defaultPartition(parent)
        .filter(other -> !step.createdInThisChange(other))
        .filter(other -> !AttachPartitionScan.isProven(step, parent, other, false))
        .map(other -> reads(step, create, parent, other))
        .orElseGet(() -> waits(step, create, parent));
  }

  private Finding reads(Step step, CreateTable create, QualifiedName parent, QualifiedName other) {
    return step.finding(
        this,
        create.span(),
        parent,
        "creating %s in place reads every row of the default partition %s, and nobody can read or write %s meanwhile"
            .formatted(create.name(), other, parent),
        "ACCESS EXCLUSIVE lock on %s and %s: all reads and writes wait".formatted(parent, other),
        "add to %s a CHECK that excludes the new bounds, NOT VALID and validated in earlier migrations; then %s"
            .formatted(other, help(create, parent)));
  }

  /** Without a default partition the lock is over in a moment, once the server has given it. */
  private Finding waits(Step step, CreateTable create, QualifiedName parent) {
    boolean known = step.schema().table(parent).isPresent();
    return step.finding(
            this,
            create.span(),
            parent,
            "creating %s in place waits for all work on %s%s"
                .formatted(
                    create.name(),
                    parent,
                    known ? "" : ", and reads its default partition if it has one"),
            "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(parent),
            "write " + help(create, parent))
        .as(Severity.WARNING);
  }

  private static String help(CreateTable create, QualifiedName parent) {
    return "CREATE TABLE %1$s (LIKE %2$s INCLUDING ALL); and ALTER TABLE %2$s ATTACH PARTITION %1$s …, which lets others read and write %2$s"
        .formatted(create.name(), parent);
  }
}
