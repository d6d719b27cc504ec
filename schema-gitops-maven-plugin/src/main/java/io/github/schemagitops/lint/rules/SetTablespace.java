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

/** Flags a table that moves to another disk. */
public final class SetTablespace implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "set-tablespace", "SET TABLESPACE copies the table while nobody can read or write it.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return StorageChange.find(
        this,
        step,
        List.of("SET TABLESPACE"),
        "%s copies %s to another place, and nobody can read or write it meanwhile",
        "let pg_repack move %s while others work (option --tablespace), outside of migrations; or plan a maintenance window");
  }
}
