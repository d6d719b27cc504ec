package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Stream;

/** Flags a {@code SPATIAL} index of a table in use. */
public final class SpatialIndex implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "spatial-index", "A SPATIAL index blocks writes to the table while it is built.")
        .onMySqlAndMariaDb()
        .seenAs(Harm.of(Blocks.WRITES, Work.REWRITE, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return SpecialIndex.SPATIAL.in(step, (table, span) -> found(step, table, span));
  }

  private Stream<Finding> found(Step step, QualifiedName table, Span span) {
    AlterAlgorithm way = AlterAlgorithm.SHARED_BUILD;
    return way.found(this, step, span, table, "a SPATIAL index", AlterAlgorithm.TOOL);
  }
}
