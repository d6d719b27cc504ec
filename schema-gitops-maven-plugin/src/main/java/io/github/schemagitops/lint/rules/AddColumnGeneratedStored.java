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

/** Flags a new column whose values are computed and kept. */
public final class AddColumnGeneratedStored implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-column-generated-stored",
            "A stored generated column is computed for every row while nobody can read or write the table.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.REWRITE));
  }

  /** From here on columns can be computed when they are read. */
  private static final int VIRTUAL_SINCE = 18;

  @Override
  public Stream<Finding> check(Step step) {
    return AddedColumns.of(step)
        .filter(
            add -> add.action().column().generation().filter(Generation.STORED::equals).isPresent())
        .map(add -> finding(step, add.table(), add.action()));
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.AddColumn add) {
    String column = QualifiedName.quoted(add.column().name());
    String inSteps =
        "add %s as a plain column, fill it with a trigger, and the old rows in batches"
            .formatted(column);
    return step.finding(
        this,
        add.span(),
        table,
        "adding %s computes it for every row of %s, and nobody can read or write it meanwhile"
            .formatted(AddedColumns.name(table, add.column().name()), table),
        AddedColumns.lock(table),
        step.version().isAtLeast(VIRTUAL_SINCE)
            ? "write VIRTUAL in place of STORED, if no index needs %s; else %s"
                .formatted(column, inSteps)
            : inSteps);
  }
}
