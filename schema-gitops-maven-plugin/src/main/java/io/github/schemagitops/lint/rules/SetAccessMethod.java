package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
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

  @Override
  public Stream<Finding> check(Step step) {
    return StorageChange.find(
        this,
        step,
        List.of("SET ACCESS METHOD"),
        "%s writes %s and its indexes anew, and nobody can read or write it meanwhile",
        "create a table with the new access method, fill it in batches with a trigger that follows, and swap the names; or plan a maintenance window");
  }
}
