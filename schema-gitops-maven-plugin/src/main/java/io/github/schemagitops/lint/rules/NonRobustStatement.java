package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.TransactionControl.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags statements that cannot run again, in files where that may be needed. */
public final class NonRobustStatement implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "non-robust-statement",
            "A statement of a file without a transaction cannot run a second time.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.runsInTransaction() || isConcurrentIndex(step) || endsWithOwnTransaction(step)
        ? Stream.of()
        : Rerun.problem(step).map(problem -> finding(step, problem)).stream();
  }

  /** IF NOT EXISTS would take the invalid index of a build that failed for a finished one. */
  private static boolean isConcurrentIndex(Step step) {
    return step.statement(CreateIndex.class).anyMatch(CreateIndex::concurrently);
  }

  /** Nothing is left to fail when a transaction that the file begins itself ends it as well. */
  private static boolean endsWithOwnTransaction(Step step) {
    boolean begun =
        step.before().stream()
            .flatMap(part -> kind(part).stream())
            .filter(kind -> kind != Kind.SAVEPOINT)
            .reduce((earlier, later) -> later)
            .filter(kind -> kind == Kind.BEGIN)
            .isPresent();
    List<Part> rest = step.after().stream().dropWhile(part -> kind(part).isEmpty()).toList();
    return begun && !rest.isEmpty() && rest.stream().allMatch(part -> kind(part).isPresent());
  }

  private static Optional<Kind> kind(Part part) {
    return part.statement() instanceof io.github.schemagitops.statement.TransactionControl control
        ? Optional.of(control.kind())
        : Optional.empty();
  }

  private Finding finding(Step step, String problem) {
    return step.finding(
        this,
        step.statement().span(),
        "if the file fails, or its end is not recorded, this runs again: %s".formatted(problem),
        "there is no transaction that would take it back",
        "write IF EXISTS or IF NOT EXISTS, or drop with IF EXISTS what you create");
  }
}
