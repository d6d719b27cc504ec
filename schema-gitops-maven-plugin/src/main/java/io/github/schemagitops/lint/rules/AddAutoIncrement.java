package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Stream;

/** Flags a new column that numbers every row there is. */
public final class AddAutoIncrement implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-auto-increment",
            "An AUTO_INCREMENT column numbers every row and blocks writes meanwhile.")
        .onMySqlAndMariaDb()
        .seenAs(Harm.of(Blocks.WRITES, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AddColumn.class)
        .filter(
            it -> it.action().column().generation().filter(Generation.IDENTITY::equals).isPresent())
        .flatMap(
            it ->
                AlterAlgorithm.SHARED_REBUILD.found(
                    this,
                    step,
                    it.action().span(),
                    it.table(),
                    "numbering the rows in %s"
                        .formatted(QualifiedName.quoted(it.action().column().name())),
                    AlterAlgorithm.TOOL));
  }
}
