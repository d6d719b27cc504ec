package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a table that is emptied. */
public final class Truncate implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error("truncate", "TRUNCATE destroys all rows of a table at once.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(Dml.class)
        // With CASCADE it is more than that: truncate-cascade says so.
        .filter(dml -> dml.kind() == Dml.Kind.TRUNCATE && !dml.cascade())
        .flatMap(
            dml ->
                dml.tables().stream()
                    .filter(table -> !step.createdInThisChange(table))
                    .map(table -> finding(step, dml, table)));
  }

  private Finding finding(Step step, Dml dml, QualifiedName table) {
    boolean postgres = step.database() == Database.POSTGRESQL;
    return step.finding(
        this,
        dml.span(),
        table,
        "TRUNCATE destroys all rows of %s".formatted(table),
        postgres
            ? "ACCESS EXCLUSIVE lock on %s: all reads and writes wait until the transaction ends"
                .formatted(table)
            : "it commits at once: there is no way back",
        "delete the rows that are really meant, in batches and with a WHERE; or, if all rows can go, say why: -- schema:ignore truncate <reason>");
  }
}
