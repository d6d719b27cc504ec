package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Stream;

/** Flags a new column of a domain that demands something. */
public final class AddColumnConstrainedDomain implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-column-constrained-domain",
            "A column of a domain with constraints rewrites the table, even without a default.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return AddedColumns.of(step)
        .filter(add -> step.schema().isConstrainedDomain(add.action().column().type()))
        .map(add -> finding(step, add.table(), add.action()));
  }

  private Finding finding(Step step, QualifiedName table, AlterAction.AddColumn add) {
    String column = QualifiedName.quoted(add.column().name());
    String check = AddedColumns.named(table, add.column().name(), "check");
    return step.finding(
        this,
        add.span(),
        table,
        "adding %s of the domain %s rewrites %s and its indexes, and nobody can read or write it meanwhile"
            .formatted(AddedColumns.name(table, add.column().name()), add.column().type(), table),
        AddedColumns.lock(table),
        "give %s the base type of %s, then write ALTER TABLE %s ADD CONSTRAINT %s CHECK (…) NOT VALID; and validate it in a later migration"
            .formatted(column, add.column().type(), table, check));
  }
}
