package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateView;
import java.util.stream.Stream;

/** Tells that a view keeps the columns that its tables have today. */
public final class ViewSelectStar implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "view-select-star",
            "SELECT * in a view means the columns of today: those added later are missing, and none of them can be dropped.")
        .toldOnce();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(CreateView.class)
        .filter(CreateView::selectsAll)
        .map(
            view ->
                step.finding(
                    this,
                    view.span(),
                    view.name(),
                    "the * in %s stands for the columns of today: later ones are missing, and none of them can be dropped while the view is there"
                        .formatted(view.name()),
                    "no lock: the server writes the columns out when it creates the view",
                    "name the columns that readers of %s need".formatted(view.name())));
  }
}
