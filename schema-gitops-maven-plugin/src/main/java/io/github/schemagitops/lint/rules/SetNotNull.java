package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags {@code SET NOT NULL} on a column that no validated check has proven. */
public final class SetNotNull implements Rule {

  @Override
  public RuleInfo info() {
    return new RuleInfo(
            "set-not-null",
            Severity.ERROR,
            "SET NOT NULL locks out everyone while it looks for nulls in every row.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Optional<Finding>> set =
        step.alterations(AlterAction.SetNotNull.class)
            .map(it -> check(step, it.table(), it.action().column(), it.action().span()));
    Stream<Optional<Finding>> added =
        step.alterations(AlterAction.AddConstraint.class)
            .filter(it -> !it.action().constraint().notValid())
            .map(
                it ->
                    it.action().constraint() instanceof Constraint.NotNull notNull
                        ? check(step, it.table(), notNull.column(), it.action().span())
                        : Optional.empty());
    return Stream.concat(set, added).flatMap(Optional::stream);
  }

  private Optional<Finding> check(Step step, QualifiedName table, String name, Span span) {
    boolean harmless =
        step.createdInThisChange(table)
            || step.schema().isNotNull(table, name)
            // Older servers read the rows all the same.
            || (step.version().isAtLeast(12)
                && (isProven(step, table, name) || endsRecipe(step, table)));
    return harmless ? Optional.empty() : Optional.of(finding(step, table, name, span));
  }

  /** A check that the same statement drops proves nothing: the server drops first. */
  private static boolean isProven(Step step, QualifiedName table, String name) {
    Set<String> dropped =
        step.alterations(AlterAction.DropConstraint.class)
            .map(drop -> drop.action().constraint())
            .collect(Collectors.toSet());
    return !dropped.containsAll(step.schema().notNullProofs(table, name));
  }

  /**
   * True when a check that no migration tells of is validated before, and dropped as soon as {@code
   * SET NOT NULL} has used it: nobody does so with another one.
   */
  private static boolean endsRecipe(Step step, QualifiedName table) {
    Set<String> dropped =
        actions(step.later(), step, table)
            .filter(AlterAction.DropConstraint.class::isInstance)
            .map(drop -> ((AlterAction.DropConstraint) drop).constraint())
            .collect(Collectors.toSet());
    return step.schema().table(table).isEmpty()
        && actions(step.before().stream().map(Part::statement), step, table)
            .filter(AlterAction.ValidateConstraint.class::isInstance)
            .map(validate -> ((AlterAction.ValidateConstraint) validate).constraint())
            .filter(check -> step.schema().constraint(table, check).isEmpty())
            .anyMatch(dropped::contains);
  }

  private static Stream<AlterAction> actions(
      Stream<Statement> statements, Step step, QualifiedName table) {
    return statements
        .filter(AlterTable.class::isInstance)
        .map(AlterTable.class::cast)
        .filter(alter -> step.schema().resolve(alter.table()).equals(step.schema().resolve(table)))
        .flatMap(alter -> alter.actions().stream());
  }

  private Finding finding(Step step, QualifiedName table, String name, Span span) {
    String column = QualifiedName.quoted(name);
    String check = QualifiedName.quoted(table.name() + "_" + name + "_not_null");
    return step.finding(
        this,
        span,
        table,
        "SET NOT NULL reads every row of %s to look for nulls in %s, and nobody can read or write it meanwhile"
            .formatted(table, column),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "prove it first: ALTER TABLE %1$s ADD CONSTRAINT %2$s CHECK (%3$s IS NOT NULL) NOT VALID; in the next migration ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s; then SET NOT NULL finds the proof and reads nothing"
            .formatted(table, check, column));
  }
}
