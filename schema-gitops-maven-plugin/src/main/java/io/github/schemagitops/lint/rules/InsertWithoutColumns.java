package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags values that go into whatever columns a table has, in whatever order. */
public final class InsertWithoutColumns implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "insert-without-columns",
            "INSERT without column names depends on the order of the columns, which differs between databases.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(Dml.class)
        .filter(dml -> dml.kind() == Dml.Kind.INSERT && !dml.namesColumns())
        .flatMap(
            dml ->
                dml.tables().stream()
                    .filter(table -> !step.createdInThisChange(table))
                    .map(table -> finding(step, dml, table)));
  }

  private Finding finding(Step step, Dml dml, QualifiedName table) {
    return step.finding(
        this,
        dml.span(),
        table,
        "this INSERT fills the columns of %s in the order they have on each database, which need not be the same"
            .formatted(table),
        "no lock that others notice; the values may land in other columns",
        "name the columns: INSERT INTO %s (…) VALUES (…)".formatted(table));
  }
}
