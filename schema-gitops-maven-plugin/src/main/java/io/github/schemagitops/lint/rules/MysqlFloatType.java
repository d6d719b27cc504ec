package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags numbers that are kept inexactly. */
public final class MysqlFloatType implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "mysql-float-type",
            "FLOAT and DOUBLE keep the nearest binary number: sums go wrong and comparisons fail.")
        .onMySqlAndMariaDb()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewColumn.of(step)
        .filter(column -> column.is("float", "float unsigned", "double", "double unsigned"))
        .map(
            column ->
                step.finding(
                    this,
                    column.span(),
                    column.table(),
                    "%s is %s: it keeps the nearest binary number, so sums go wrong and comparisons fail"
                        .formatted(column.title(), column.type()),
                    "fine for measurements, wrong for money and counts",
                    "write decimal(…)"));
  }
}
