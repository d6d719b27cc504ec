package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.RuleParameter;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import java.util.stream.Stream;

/** Flags statements that go through the same table one after the other. */
public final class MultipleAlterTable implements Rule {

  private static final String EVERY = "every";

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "multiple-alter-table",
            "Several ALTER TABLE in a row each go through all rows, where one statement would do so once.")
        .toldOnce()
        .taking(
            new RuleParameter(
                EVERY,
                "false",
                "true for whatever could be one statement: also changes that take a moment, and tables of this change"));
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean every = Boolean.parseBoolean(step.parameter(this, EVERY));
    return step.statement(AlterTable.class)
        .filter(alter -> every || !step.createdInThisChange(alter.table()))
        .filter(alter -> counts(step, alter, every))
        .flatMap(alter -> next(step, alter, every).map(line -> finding(step, alter, line)));
  }

  private static boolean counts(Step step, AlterTable alter, boolean every) {
    return every
        ? alter.actions().stream().noneMatch(MultipleAlterTable::standsAlone)
        : goesThroughRows(step, alter);
  }

  private static boolean standsAlone(AlterAction action) {
    return action instanceof AlterAction.RenameTable
        || action instanceof AlterAction.RenameColumn
        || action instanceof AlterAction.RenameConstraint
        || action instanceof AlterAction.SetSchema
        || action instanceof AlterAction.AttachPartition
        || action instanceof AlterAction.DetachPartition;
  }

  private static boolean goesThroughRows(Step step, AlterTable alter) {
    return alter.actions().stream()
        .anyMatch(action -> LongWork.goesThroughRows(step, alter.table(), action));
  }

  /** Where the next statement stands, when it goes through all rows of the same table as well. */
  private static Stream<Integer> next(Step step, AlterTable alter, boolean every) {
    return step.after().stream()
        .limit(1)
        .filter(
            part ->
                part.statement() instanceof AlterTable later
                    && step.schema()
                        .resolve(later.table())
                        .equals(step.schema().resolve(alter.table()))
                    && counts(step, later, every))
        .map(part -> part.sql().line());
  }

  private Finding finding(Step step, AlterTable alter, int line) {
    if (!goesThroughRows(step, alter)) {
      return step.finding(
          this,
          alter.span(),
          alter.table(),
          "line %d alters %s again, and both could be one statement".formatted(line, alter.table()),
          "each waits for its lock on %s".formatted(alter.table()),
          "write both as one statement, with a comma between: ALTER TABLE %s …, …"
              .formatted(alter.table()));
    }
    return step.finding(
        this,
        alter.span(),
        alter.table(),
        "this goes through all rows of %s, and line %d does so again"
            .formatted(alter.table(), line),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait twice as long"
            .formatted(alter.table()),
        "write both as one statement, with a comma between: ALTER TABLE %s …, …"
            .formatted(alter.table()));
  }
}
