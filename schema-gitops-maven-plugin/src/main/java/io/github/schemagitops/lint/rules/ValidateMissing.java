package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.Map;
import java.util.stream.Stream;

/** Flags a constraint of an earlier release whose old rows nobody has checked yet. */
public final class ValidateMissing implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
        "validate-missing",
        "A constraint that stays NOT VALID promises nothing about the rows that were there before it.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(AlterTable.class)
        .filter(alter -> !wasAltered(step, alter.table()))
        .flatMap(
            alter ->
                step.schema().table(alter.table()).stream()
                    .flatMap(table -> table.constraints().entrySet().stream())
                    .filter(entry -> isForgotten(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .filter(name -> !isSettled(step, alter.table(), name))
                    .map(name -> finding(step, alter, name)));
  }

  /** One that this change adds has the next release to be validated in. */
  private static boolean isForgotten(Relation.Held held) {
    return !held.validated() && !held.isNew();
  }

  /** Said once in a change. */
  private static boolean wasAltered(Step step, QualifiedName table) {
    QualifiedName full = step.schema().resolve(table);
    return Stream.concat(
            step.before().stream(),
            step.earlierFiles().stream().flatMap(file -> file.parts().stream()))
        .anyMatch(part -> alters(step, part.statement(), full));
  }

  private static boolean alters(Step step, Statement statement, QualifiedName full) {
    return statement instanceof AlterTable alter
        && step.schema().resolve(alter.table()).equals(full);
  }

  /** True when this change validates the constraint, or makes an end to it. */
  private static boolean isSettled(Step step, QualifiedName table, String name) {
    QualifiedName full = step.schema().resolve(table);
    return Stream.concat(Stream.of(step.statement()), step.later())
        .filter(statement -> alters(step, statement, full))
        .flatMap(statement -> ((AlterTable) statement).actions().stream())
        .anyMatch(action -> settles(action, name));
  }

  private static boolean settles(AlterAction action, String name) {
    return (action instanceof AlterAction.ValidateConstraint validate
            && validate.constraint().equals(name))
        || (action instanceof AlterAction.DropConstraint drop && drop.constraint().equals(name))
        || (action instanceof AlterAction.RenameConstraint rename && rename.from().equals(name))
        || action instanceof AlterAction.RenameTable;
  }

  private Finding finding(Step step, AlterTable alter, String constraint) {
    String name = QualifiedName.quoted(constraint);
    return step.finding(
        this,
        alter.span(),
        alter.table(),
        "%s has been NOT VALID since an earlier migration: rows of %s that break it may still be there"
            .formatted(name, alter.table()),
        "new rows are checked, old ones are not, and the planner trusts nothing",
        "write ALTER TABLE %s VALIDATE CONSTRAINT %s; in a migration of its own: it reads the rows while others read and write"
            .formatted(alter.table(), name));
  }
}
