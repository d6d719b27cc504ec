package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import java.util.List;
import java.util.stream.Stream;

/** Flags what moves rows between partitions. */
public final class PartitionCopy implements Rule {

  private static final List<String> WHOLE = List.of("PARTITION BY", "REMOVE PARTITIONING");

  /** Only the rows of the partitions that are named move. */
  private static final List<String> SOME =
      List.of("REORGANIZE PARTITION", "COALESCE PARTITION", "REBUILD PARTITION");

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "partition-copy", "Partitioning a table copies it and blocks writes meanwhile.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.WRITES_ANEW);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.OtherAction.class)
        .filter(it -> says(it.action(), WHOLE) || says(it.action(), SOME))
        .flatMap(
            it ->
                AlterAlgorithm.copy(step)
                    .found(
                        this,
                        step,
                        it.action().span(),
                        it.table(),
                        says(it.action(), WHOLE)
                            ? "another partitioning"
                            : "a change of its partitions",
                        says(it.action(), WHOLE) ? "" : " that is in them",
                        "reorganize a partition while it is empty, and add new ones at the end, which copies nothing; or "
                            + AlterAlgorithm.TOOL));
  }

  private static boolean says(AlterAction.OtherAction action, List<String> words) {
    return words.stream().anyMatch(action::begins);
  }
}
