package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a validation in the transaction that has added the constraint. */
public final class NotValidAndValidateSameTx implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "not-valid-and-validate-same-tx",
            "VALIDATE in the transaction that added the constraint reads every row under the lock of the addition.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.ValidateConstraint.class)
        .filter(validate -> !step.createdInThisChange(validate.table()))
        .flatMap(
            validate ->
                added(step, validate.table(), validate.action().constraint()).stream()
                    .map(added -> finding(step, validate.table(), validate.action(), added)));
  }

  /** The constraint as this transaction has added it. */
  private static Optional<Constraint> added(Step step, QualifiedName table, String name) {
    Stream<AlterTable> earlier =
        step.earlierInTransaction().stream()
            .flatMap(
                part ->
                    part.statement() instanceof AlterTable alter ? Stream.of(alter) : Stream.of());
    // One ALTER TABLE that does both is a transaction whatever the file's is.
    return Stream.concat(earlier, step.statement(AlterTable.class))
        .filter(alter -> step.schema().resolve(alter.table()).equals(step.schema().resolve(table)))
        .flatMap(alter -> alter.actions().stream())
        .flatMap(
            action ->
                action instanceof AlterAction.AddConstraint add
                    ? Stream.of(add.constraint())
                    : Stream.of())
        .filter(Constraint::notValid)
        .filter(constraint -> isNamed(step, table, constraint, name))
        .findFirst();
  }

  private static boolean isNamed(
      Step step, QualifiedName table, Constraint constraint, String name) {
    boolean known =
        step.schema()
            .constraint(table, name)
            .filter(held -> held.constraint().equals(constraint))
            .isPresent();
    return constraint
        .name()
        .map(name::equals)
        .orElseGet(() -> known || step.schema().constraintName(table, constraint).equals(name));
  }

  private Finding finding(
      Step step, QualifiedName table, AlterAction.ValidateConstraint validate, Constraint added) {
    String name = QualifiedName.quoted(validate.constraint());
    boolean readable = added instanceof Constraint.ForeignKey;
    String locked =
        added instanceof Constraint.ForeignKey key && !key.references().equals(table)
            ? table + " and " + key.references()
            : table.toString();
    return step.finding(
        this,
        validate.span(),
        table,
        "validating %s in the transaction that added it reads every row of %s under the lock of the addition: nobody can %s %s meanwhile"
            .formatted(name, table, readable ? "write to" : "read or write", locked),
        readable
            ? "SHARE ROW EXCLUSIVE lock on %s since it was added: INSERT, UPDATE and DELETE wait; SELECT goes on"
                .formatted(locked)
            : "ACCESS EXCLUSIVE lock on %s since it was added: all reads and writes wait"
                .formatted(locked),
        "move ALTER TABLE %s VALIDATE CONSTRAINT %s; to a later migration, which has a transaction of its own"
            .formatted(table, name));
  }
}
