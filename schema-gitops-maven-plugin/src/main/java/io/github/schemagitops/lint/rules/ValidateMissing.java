package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Locale;
import java.util.stream.Stream;

/** Flags a constraint whose existing rows nobody checks. */
public final class ValidateMissing implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
        "validate-missing",
        "A constraint that stays NOT VALID promises nothing about the rows that were there before it.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean moreToCome =
        step.laterFiles().stream()
            .anyMatch(file -> file.migration().kind() == Migration.Kind.VERSIONED);
    return moreToCome
        ? step.alterations(AlterAction.AddConstraint.class)
            .filter(add -> add.action().constraint().notValid())
            .filter(add -> isMeantToHold(step, add.action()))
            .filter(add -> !isSettled(step, add.table(), add.action()))
            .map(add -> finding(step, add.table(), add.action()))
        : Stream.of();
  }

  /** {@code NOT ENFORCED} is never validated; the model calls it not valid, too. */
  private static boolean isMeantToHold(Step step, AlterAction.AddConstraint add) {
    String sql = add.span().in(step.source().sql()).toUpperCase(Locale.ROOT);
    return !sql.endsWith("ENFORCED");
  }

  /** True when something later validates the constraint, or makes an end to it. */
  private static boolean isSettled(Step step, QualifiedName table, AlterAction.AddConstraint add) {
    QualifiedName full = step.schema().resolve(table);
    String name = step.schema().constraintName(table, add.constraint());
    return step.later()
        .anyMatch(
            later ->
                (later instanceof AlterTable alter
                        && step.schema().resolve(alter.table()).equals(full)
                        && alter.actions().stream().anyMatch(action -> settles(action, name)))
                    || (later instanceof DropObject drop
                        && drop.names().stream()
                            .anyMatch(gone -> step.schema().resolve(gone).equals(full))));
  }

  private static boolean settles(AlterAction action, String name) {
    return (action instanceof AlterAction.ValidateConstraint validate
            && validate.constraint().equals(name))
        || (action instanceof AlterAction.DropConstraint drop && drop.constraint().equals(name))
        || (action instanceof AlterAction.RenameConstraint rename && rename.from().equals(name))
        || action instanceof AlterAction.RenameTable;
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.AddConstraint add) {
    String name = QualifiedName.quoted(step.schema().constraintName(table, add.constraint()));
    return step.finding(
        this,
        add.span(),
        table,
        "no later migration of this change validates %s: rows of %s that break it may stay"
            .formatted(name, table),
        "NOT VALID: new rows are checked, old ones are not, and the planner trusts nothing",
        "write ALTER TABLE %s VALIDATE CONSTRAINT %s; in a later migration: it reads the rows while others read and write"
            .formatted(table, name));
  }
}
