package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags an index built anew while others need it. */
public final class ReindexNotConcurrent implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "reindex-not-concurrent",
            "REINDEX without CONCURRENTLY blocks writes, and every query that could use the index.")
        .seenAs(Harm.of(Blocks.WRITES, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(Maintenance.class)
        .filter(work -> work.kind() == Maintenance.Kind.REINDEX && !work.concurrently())
        // The catalog of the server knows no CONCURRENTLY.
        .filter(work -> work.type() != ObjectType.OTHER && !isNew(step, work))
        .map(work -> finding(step, work));
  }

  private static boolean isNew(Step step, Maintenance work) {
    return switch (work.type()) {
      case TABLE -> work.target().filter(step::createdInThisChange).isPresent();
      case INDEX ->
          work.target()
              .flatMap(
                  index ->
                      step.schema()
                          .tableOfIndex(index.name())
                          .filter(table -> step.schema().isNewIndex(table, index.name())))
              .isPresent();
      default -> false;
    };
  }

  private Finding finding(Step step, Maintenance work) {
    Optional<QualifiedName> table =
        work.type() == ObjectType.INDEX
            ? work.target().flatMap(index -> step.schema().tableOfIndex(index.name()))
            : work.target();
    String name = work.target().map(QualifiedName::toString).orElse("the database");
    String words = work.span().in(step.source().sql());
    return step.finding(
            this,
            work.span(),
            table.or(work::target).orElse(QualifiedName.of("database")),
            "REINDEX of %s blocks every write to its table while it builds, and every query for which the index could be of use"
                .formatted(name),
            "SHARE lock on the table: INSERT, UPDATE and DELETE wait; ACCESS EXCLUSIVE lock on the index: the planning of a SELECT waits, too",
            "write %s CONCURRENTLY%s, alone in its file, with executeInTransaction=false in %s.conf"
                .formatted(
                    AddedColumns.oneLine(step.insideBlock() ? "REINDEX …" : words),
                    work.target().map(target -> " " + target).orElse(""),
                    step.migration().fileName()))
        .fixedBy(fix(step, work));
  }

  private static Optional<Fix> fix(Step step, Maintenance work) {
    return step.isAlone() && !step.insideBlock()
        ? step.append(work.span(), " CONCURRENTLY", "build the index anew CONCURRENTLY")
            .map(fix -> fix.with(step.withoutTransaction()))
        : Optional.empty();
  }
}
