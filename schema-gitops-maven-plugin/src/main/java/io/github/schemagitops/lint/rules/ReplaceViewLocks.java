package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.trace.Blocks;
import java.util.stream.Stream;

/** Tells that a replaced view makes its readers wait. */
public final class ReplaceViewLocks implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "replace-view-locks",
            "Replacing a view waits for every query that reads it, and new ones wait behind it.")
        .aboutWaiting();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(CreateView.class)
        .filter(CreateView::orReplace)
        // Most views that nobody knows come into being here.
        .filter(view -> step.schema().table(view.name()).filter(v -> !v.isNew()).isPresent())
        .filter(view -> !ShortLock.isHeld(step, view.name(), Blocks.EVERYTHING))
        .map(
            view ->
                step.finding(
                    this,
                    view.span(),
                    view.name(),
                    "replacing %s waits for every query that reads it, and new ones wait behind it"
                        .formatted(view.name()),
                    "ACCESS EXCLUSIVE lock on the view %s for a moment; its tables stay free"
                        .formatted(view.name()),
                    ShortLock.help(view.name().toString())));
  }
}
