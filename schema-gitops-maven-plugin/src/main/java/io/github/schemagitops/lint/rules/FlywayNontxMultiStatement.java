package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.SetSearchPath;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Flags files without a transaction that cannot be run again after a failure. */
public final class FlywayNontxMultiStatement implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "flyway-nontx-multi-statement",
        "A file without a transaction that fails in the middle leaves half of it, and cannot run again.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    List<Part> parts = step.file().parts();
    if (step.runsInTransaction()
        || parts.stream().anyMatch(p -> p.statement() instanceof TransactionControl)) {
      return Stream.of();
    }
    int here = step.before().size();
    boolean more = step.after().stream().anyMatch(part -> !isSetting(part.statement()));
    boolean first =
        IntStream.range(0, here).noneMatch(index -> Rerun.problem(parts, index).isPresent());
    Optional<String> problem = more && first ? Rerun.problem(step) : Optional.empty();
    return problem.map(what -> finding(step, what)).stream();
  }

  private static boolean isSetting(Statement statement) {
    return statement instanceof SetVariable || statement instanceof SetSearchPath;
  }

  private Finding finding(Step step, String problem) {
    return step.finding(
        this,
        step.statement().span(),
        "when a later statement of this file fails, this one stays done, and runs again with the next try: %s"
            .formatted(problem),
        "there is no transaction that would take it back",
        "give each statement a file of its own, or write this one so that it can run again: IF [NOT] EXISTS, or DROP … IF EXISTS before it");
  }
}
