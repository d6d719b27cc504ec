package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.migration.Migration;
import java.util.stream.Stream;

/** Flags statements of a repeatable migration that cannot run a second time. */
public final class RepeatableNotIdempotent implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "repeatable-not-idempotent",
            "A repeatable migration runs again after every change of its text, and this statement cannot.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.migration().kind() == Migration.Kind.REPEATABLE
        ? Rerun.problem(step).stream().map(problem -> finding(step, problem))
        : Stream.of();
  }

  private Finding finding(Step step, String problem) {
    return step.finding(
        this,
        step.statement().span(),
        "when the text of %s changes, this statement runs again: %s"
            .formatted(step.migration().fileName(), problem),
        "no lock; the next change of this file fails, or doubles what is there",
        "write it so that it can run again: CREATE OR REPLACE, IF NOT EXISTS, DROP … IF EXISTS before it, or INSERT … ON CONFLICT; or move it to a versioned migration");
  }
}
