package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a materialized view computed anew while its readers wait. */
public final class RefreshMatviewNotConcurrent implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "refresh-matview-not-concurrent",
            "REFRESH MATERIALIZED VIEW computes the view anew while others cannot use it.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(Maintenance.class)
        .filter(work -> work.kind() == Maintenance.Kind.REFRESH && !work.concurrently())
        .flatMap(
            work ->
                work.target().stream()
                    .filter(view -> !step.createdInThisChange(view))
                    .map(view -> finding(step, work, view)));
  }

  private Finding finding(Step step, Maintenance work, QualifiedName view) {
    boolean ready = isReady(step, view);
    return step.finding(
            this,
            work.span(),
            view,
            "REFRESH computes %s anew, and nobody can read it meanwhile".formatted(view),
            "ACCESS EXCLUSIVE lock on %s: all reads wait until its query has run".formatted(view),
            "%swrite REFRESH MATERIALIZED VIEW CONCURRENTLY %s"
                .formatted(
                    ready
                        ? ""
                        : "give %s a unique index on columns, without WHERE; then ".formatted(view),
                    view))
        .fixedBy(ready ? fix(step, work) : Optional.empty());
  }

  /** CONCURRENTLY finds the changed rows by a unique index over all of them. */
  private static boolean isReady(Step step, QualifiedName view) {
    return step.schema().table(view).stream()
        .flatMap(known -> known.searchable())
        .anyMatch(RefreshMatviewNotConcurrent::identifies);
  }

  private static boolean identifies(IndexDefinition index) {
    return index.unique()
        && !index.partial()
        && index.keys().stream().noneMatch(k -> k.startsWith("("));
  }

  /** Unlike other CONCURRENTLY, this one may run in a transaction. */
  private static Optional<Fix> fix(Step step, Maintenance work) {
    return step.append(work.span(), " CONCURRENTLY", "refresh the view CONCURRENTLY");
  }
}
