package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags an attached partition whose rows, or the default partition's, must be read first. */
public final class AttachPartitionScan implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "attach-partition-scan",
            "ATTACH PARTITION reads the new partition, or the default partition, while nobody can use it.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AttachPartition.class)
        .flatMap(
            attach ->
                Stream.concat(
                    child(step, attach.table(), attach.action()).stream(),
                    defaultPartition(step, attach.table(), attach.action()).stream()));
  }

  private Optional<Finding> child(
      Step step, QualifiedName parent, AlterAction.AttachPartition attach) {
    QualifiedName child = attach.partition();
    if (step.createdInThisChange(child) || isProven(step, parent, child, true)) {
      return Optional.empty();
    }
    return Optional.of(
        step.finding(
            this,
            attach.span(),
            child,
            "attaching %s reads every row of it, and nobody can read or write it meanwhile"
                .formatted(child),
            "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(child),
            "prove it first: ALTER TABLE %s ADD CHECK (<key> IS NOT NULL AND <key within the bounds>) NOT VALID; and VALIDATE CONSTRAINT in the next migration: then ATTACH PARTITION reads nothing"
                .formatted(child)));
  }

  private Optional<Finding> defaultPartition(
      Step step, QualifiedName parent, AlterAction.AttachPartition attach) {
    return step.schema()
        .defaultPartition(parent)
        .filter(other -> !attach.isDefault() && !step.createdInThisChange(other))
        .filter(other -> !isProven(step, parent, other, false))
        .map(
            other ->
                step.finding(
                    this,
                    attach.span(),
                    other,
                    "attaching %s reads every row of the default partition %s, and nobody can read or write that meanwhile"
                        .formatted(attach.partition(), other),
                    "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(other),
                    "prove first that %s holds none of these rows: add to it a CHECK that excludes the bounds, NOT VALID, and VALIDATE CONSTRAINT in the next migration"
                        .formatted(other)));
  }

  /** True when validated checks speak of every column that decides where rows go. */
  static boolean isProven(
      Step step, QualifiedName parent, QualifiedName table, boolean withoutNulls) {
    Optional<Relation> known = step.schema().table(table);
    if (known.isEmpty()) {
      return false;
    }
    List<String> key =
        step.schema().table(parent).stream()
            .flatMap(t -> t.partitioning().key().stream())
            .filter(column -> known.get().column(column).isPresent())
            .toList();
    List<Constraint.Check> checks =
        known.get().constraints().values().stream()
            .filter(Relation.Held::validated)
            .flatMap(h -> h.constraint() instanceof Constraint.Check c ? Stream.of(c) : Stream.of())
            .toList();
    return !checks.isEmpty()
        && key.stream()
            .allMatch(
                column ->
                    checks.stream().anyMatch(check -> check.mentions().contains(column))
                        && (!withoutNulls
                            || step.schema().isNotNull(table, column)
                            || !step.schema().notNullProofs(table, column).isEmpty()));
  }
}
