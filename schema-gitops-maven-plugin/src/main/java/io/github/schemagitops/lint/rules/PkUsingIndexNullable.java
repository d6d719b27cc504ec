package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a primary key over an index whose columns may hold nulls. */
public final class PkUsingIndexNullable implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "pk-using-index-nullable",
            "A primary key that takes over an index of nullable columns looks for nulls in every row.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AddConstraint.class)
        .filter(add -> !step.createdInThisChange(add.table()))
        .flatMap(
            add ->
                add.action().constraint() instanceof Constraint.Unique key && key.primary()
                    ? nullable(step, add.table(), key).stream()
                        .map(columns -> finding(step, add.table(), add.action(), columns))
                    : Stream.of());
  }

  /** The columns that would have to be looked through; empty when there are none. */
  private static Optional<List<String>> nullable(
      Step step, QualifiedName table, Constraint.Unique key) {
    List<String> columns =
        key.usingIndex().stream()
            .flatMap(index -> step.schema().table(table).flatMap(t -> t.index(index)).stream())
            .flatMap(index -> index.definition().keys().stream())
            .filter(column -> step.schema().column(table, column).isPresent())
            .filter(column -> !step.schema().isNotNull(table, column))
            .filter(column -> step.schema().notNullProofs(table, column).isEmpty())
            .filter(column -> !isSetHere(step, column))
            .toList();
    return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
  }

  /** What the same statement does on its own account is that action's fault. */
  private static boolean isSetHere(Step step, String column) {
    return step.alterations(AlterAction.SetNotNull.class)
        .anyMatch(set -> set.action().column().equals(column));
  }

  private Finding finding(
      Step step, QualifiedName table, AlterAction.AddConstraint add, List<String> columns) {
    String names = columns.stream().map(QualifiedName::quoted).collect(Collectors.joining(", "));
    String first = QualifiedName.quoted(columns.get(0));
    return step.finding(
        this,
        add.span(),
        table,
        "the primary key makes %s NOT NULL, so every row of %s is read to look for nulls, and nobody can read or write it meanwhile"
            .formatted(names, table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "prove it first: ALTER TABLE %1$s ADD CHECK (%2$s IS NOT NULL) NOT VALID; in the next migration VALIDATE CONSTRAINT; then the primary key finds the proof and reads nothing"
            .formatted(table, first));
  }
}
