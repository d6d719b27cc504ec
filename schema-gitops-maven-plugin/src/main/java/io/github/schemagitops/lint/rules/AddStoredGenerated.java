package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a new column that is computed once and kept in every row. */
public final class AddStoredGenerated implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-stored-generated",
            "A stored generated column copies the table and blocks writes meanwhile.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AddColumn.class)
        .filter(
            it -> it.action().column().generation().filter(Generation.STORED::equals).isPresent())
        .flatMap(
            it ->
                AlterAlgorithm.copy(step)
                    .found(
                        this,
                        step,
                        it.action().span(),
                        it.table(),
                        "computing %s for every row"
                            .formatted(QualifiedName.quoted(it.action().column().name())),
                        "make it VIRTUAL, which costs nothing and can be indexed, or fill a plain column in batches"));
  }
}
