package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a dropped constraint locks, and that nothing guards the rows any more. */
public final class DropConstraint implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
        "drop-constraint",
        "Dropping a constraint locks its table for a moment, a foreign key's parent as well, and nothing guards the rows any more.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.DropConstraint.class)
        .filter(drop -> !step.createdInThisChange(drop.table()))
        .flatMap(drop -> check(step, drop.table(), drop.action()).stream());
  }

  private Optional<Finding> check(Step step, QualifiedName table, AlterAction.DropConstraint drop) {
    Optional<Relation.Held> held = step.schema().constraint(table, drop.constraint());
    boolean harmless =
        held.filter(known -> known.isNew() || isIdleProof(step, table, known.constraint()))
            .isPresent();
    return harmless
        ? Optional.empty()
        : Optional.of(finding(step, table, drop, held.map(Relation.Held::constraint)));
  }

  /** A check that columns are not null guards nothing once they are {@code NOT NULL}. */
  private static boolean isIdleProof(Step step, QualifiedName table, Constraint constraint) {
    return constraint instanceof Constraint.Check check
        && !check.notNullColumns().isEmpty()
        && check.notNullColumns().stream()
            .allMatch(column -> step.schema().isNotNull(table, column));
  }

  private Finding finding(
      Step step,
      QualifiedName table,
      AlterAction.DropConstraint drop,
      Optional<Constraint> constraint) {
    String name = QualifiedName.quoted(drop.constraint());
    Optional<QualifiedName> parent =
        constraint
            .filter(Constraint.ForeignKey.class::isInstance)
            .map(key -> ((Constraint.ForeignKey) key).references())
            .filter(other -> !step.schema().resolve(other).equals(step.schema().resolve(table)));
    String tables = parent.map(other -> table + " and " + other).orElse(table.toString());
    return step.finding(
        this,
        drop.span(),
        table,
        "dropping %s waits for all work on %s, and from then on nothing guards these rows"
            .formatted(name, tables),
        "ACCESS EXCLUSIVE lock on %s for a moment: all reads and writes wait".formatted(tables),
        ShortLock.help(step, tables));
  }
}
