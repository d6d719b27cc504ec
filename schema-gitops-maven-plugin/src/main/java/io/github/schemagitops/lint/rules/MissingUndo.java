package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.migration.Migration;
import java.util.stream.Stream;

/** Flags a versioned migration that nothing undoes. */
public final class MissingUndo implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "missing-undo",
            "A versioned migration has no undo script, so going back has to be worked out under pressure.")
        .everywhere()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return Stream.of(step)
        .filter(Step::isFirst)
        .filter(first -> first.migration().kind() == Migration.Kind.VERSIONED)
        .filter(first -> !first.hasUndo())
        .map(
            first ->
                first.finding(
                    this,
                    first.statement().span(),
                    "%s has no undo script".formatted(first.migration().fileName()),
                    "going back has to be worked out when there is no time for it",
                    "write U%s__….sql into the folder undo beside the migrations; schema:shadow-migrate proves that it leads back"
                        .formatted(first.migration().version().orElseThrow())));
  }
}
