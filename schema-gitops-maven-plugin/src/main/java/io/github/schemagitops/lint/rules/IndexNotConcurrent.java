package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags an index built on a table in use without {@code CONCURRENTLY}. */
public final class IndexNotConcurrent implements Rule {

  @Override
  public RuleInfo info() {
    return new RuleInfo(
            "index-not-concurrent",
            Severity.ERROR,
            "CREATE INDEX without CONCURRENTLY blocks every write to the table while it builds.")
        .seenAs(Harm.of(Blocks.WRITES, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewIndexes.of(step)
        .filter(index -> !index.concurrently() && !index.only())
        .filter(index -> !step.createdInThisChange(index.table()))
        // Only REFRESH waits: nothing else writes a materialized view.
        .filter(index -> !step.schema().isMaterializedView(index.table()))
        .map(
            index ->
                step.schema().isPartitioned(index.table())
                    ? parent(step, index)
                    : table(step, index));
  }

  private Finding table(Step step, CreateIndex index) {
    String file = step.migration().fileName();
    return step.finding(
            this,
            index.span(),
            index.table(),
            "CREATE INDEX blocks every write to %s while it builds".formatted(index.table()),
            "SHARE lock on %s: INSERT, UPDATE and DELETE wait; SELECT goes on"
                .formatted(index.table()),
            "write %s CONCURRENTLY%s ON %s …, alone in its file, with executeInTransaction=false in %s.conf"
                .formatted(create(index), name(index), index.table(), file))
        .fixedBy(fix(step, index));
  }

  /** Alone in its file, the index needs one more word and no transaction. */
  private static Optional<Fix> fix(Step step, CreateIndex index) {
    return step.isAlone() && !step.insideBlock()
        ? step.append(index.span(), " CONCURRENTLY", "build the index CONCURRENTLY")
            .map(fix -> fix.with(step.withoutTransaction()))
        : Optional.empty();
  }

  /** PostgreSQL refuses CONCURRENTLY on a partitioned table. */
  private Finding parent(Step step, CreateIndex index) {
    QualifiedName table = index.table();
    return step.finding(
        this,
        index.span(),
        table,
        "CREATE INDEX blocks every write to %s and all its partitions while it builds"
            .formatted(table),
        "SHARE lock on %s and its partitions: INSERT, UPDATE and DELETE wait; SELECT goes on"
            .formatted(table),
        "write %s%s ON ONLY %s …, then build each partition's index CONCURRENTLY in a file of its own and attach it with ALTER INDEX%s ATTACH PARTITION"
            .formatted(create(index), name(index), table, name(index)));
  }

  private static String create(CreateIndex index) {
    return index.index().unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX";
  }

  private static String name(CreateIndex index) {
    return index.index().name().map(name -> " " + QualifiedName.quoted(name)).orElse("");
  }
}
