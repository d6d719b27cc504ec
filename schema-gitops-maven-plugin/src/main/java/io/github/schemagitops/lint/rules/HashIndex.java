package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateIndex;
import java.util.stream.Stream;

/** Flags hash indexes, which can do less than others. */
public final class HashIndex implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "hash-index",
            "A hash index only finds equal values: it cannot be unique, sort, or hold several columns.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(CreateIndex.class)
        .filter(create -> create.index().method().filter("hash"::equals).isPresent())
        .map(create -> finding(step, create));
  }

  private Finding finding(Step step, CreateIndex create) {
    return step.finding(
        this,
        create.span(),
        create.table(),
        "a hash index on %s finds equal values and nothing else".formatted(create.table()),
        "it cannot be unique, sort, search a range, or hold several columns",
        "leave out USING hash: a btree index finds equal values as well, unless they are very long");
  }
}
