package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.List;
import java.util.stream.Stream;

/** Flags a table whose rows are to be kept in another way. */
public final class SetAccessMethod implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "set-access-method",
            "SET ACCESS METHOD writes the table anew while nobody can read or write it.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.REWRITE));
  }

  private static final List<String> WORDS = List.of("SET ACCESS METHOD");

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.OtherAction.class)
        .filter(alter -> !step.createdInThisChange(alter.table()))
        // A partitioned table has no rows of its own: only new partitions follow.
        .filter(alter -> !step.schema().isPartitioned(alter.table()))
        .flatMap(
            alter ->
                WORDS.stream()
                    .filter(alter.action()::begins)
                    .map(words -> finding(step, alter.table(), alter.action(), words)));
  }

  private Finding finding(
      Step step, QualifiedName table, AlterAction.OtherAction action, String words) {
    return step.finding(
        this,
        action.span(),
        table,
        "%s writes %s and its indexes anew, and nobody can read or write it meanwhile"
            .formatted(words, table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "create a table with the new access method, fill it in batches with a trigger that follows, and swap the names; or plan a maintenance window");
  }
}
