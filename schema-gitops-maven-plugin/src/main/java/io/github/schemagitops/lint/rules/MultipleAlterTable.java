package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterTable;
import java.util.stream.Stream;

/** Flags statements that go through the same table one after the other. */
public final class MultipleAlterTable implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "multiple-alter-table",
            "Several ALTER TABLE in a row each go through all rows, where one statement would do so once.")
        .toldOnce();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(AlterTable.class)
        .filter(alter -> !step.createdInThisChange(alter.table()))
        .filter(alter -> goesThroughRows(step, alter))
        .flatMap(alter -> next(step, alter).map(line -> finding(step, alter, line)));
  }

  private static boolean goesThroughRows(Step step, AlterTable alter) {
    return alter.actions().stream()
        .anyMatch(action -> LongWork.goesThroughRows(step, alter.table(), action));
  }

  /** Where the next statement stands, when it goes through all rows of the same table as well. */
  private static Stream<Integer> next(Step step, AlterTable alter) {
    return step.after().stream()
        .limit(1)
        .filter(
            part ->
                part.statement() instanceof AlterTable later
                    && later.table().equals(alter.table())
                    && goesThroughRows(step, later))
        .map(part -> part.sql().line());
  }

  private Finding finding(Step step, AlterTable alter, int line) {
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
