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

/** Flags a {@code FULLTEXT} index of a table in use. */
public final class FulltextIndex implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "fulltext-index",
            "The first FULLTEXT index of a table rebuilds the table and blocks writes meanwhile.")
        .onMySqlAndMariaDb()
        .seenAs(Harm.of(Blocks.WRITES, Work.REWRITE, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return SpecialIndex.FULLTEXT.in(step, (table, span) -> found(step, table, span));
  }

  private Stream<Finding> found(Step step, QualifiedName table, Span span) {
    // The first one of a table needs a hidden column in every row.
    boolean first =
        step.schema()
            .table(table)
            .filter(t -> t.searchable().anyMatch(SpecialIndex.FULLTEXT::is))
            .isEmpty();
    AlterAlgorithm way = first ? AlterAlgorithm.SHARED_REBUILD : AlterAlgorithm.SHARED_BUILD;
    return way.found(this, step, span, table, "a FULLTEXT index", AlterAlgorithm.TOOL);
  }
}
