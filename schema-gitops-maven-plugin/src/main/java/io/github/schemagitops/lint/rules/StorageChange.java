package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import java.util.List;
import java.util.stream.Stream;

/** What writes a table in use anew without changing a row of it. */
final class StorageChange {

  private StorageChange() {}

  /**
   * Findings for actions of {@code ALTER TABLE}.
   *
   * @param words how such an action begins
   * @param message with places for these words and the table
   * @param help with a place for the table, or none
   */
  static Stream<Finding> find(
      Rule rule, Step step, List<String> words, String message, String help) {
    return step.alterations(AlterAction.OtherAction.class)
        .filter(alter -> !step.createdInThisChange(alter.table()))
        // A partitioned table has no rows of its own: only new partitions follow.
        .filter(alter -> !step.schema().isPartitioned(alter.table()))
        .flatMap(
            alter ->
                words.stream()
                    .filter(alter.action()::begins)
                    .map(
                        said ->
                            step.finding(
                                rule,
                                alter.action().span(),
                                alter.table(),
                                message.formatted(said, alter.table()),
                                "ACCESS EXCLUSIVE lock on %s: all reads and writes wait"
                                    .formatted(alter.table()),
                                help.formatted(alter.table()))));
  }
}
