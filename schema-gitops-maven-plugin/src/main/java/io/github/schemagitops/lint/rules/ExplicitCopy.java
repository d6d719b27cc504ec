package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a copy that is demanded by hand. */
public final class ExplicitCopy implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "explicit-copy",
            "ALGORITHM=COPY copies the table even where the server knows a better way.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return AlterAlgorithm.demanded(step.statement()).algorithm().filter("COPY"::equals).stream()
        .flatMap(copy -> table(step.statement()).stream())
        .flatMap(
            table ->
                AlterAlgorithm.copy(step)
                    .found(
                        this,
                        step,
                        step.statement().span(),
                        table,
                        "ALGORITHM=COPY",
                        "leave ALGORITHM out, then the server takes the best way it knows, or demand INSTANT or INPLACE"));
  }

  static Optional<QualifiedName> table(Statement statement) {
    if (statement instanceof AlterTable alter) {
      return Optional.of(alter.table());
    }
    return statement instanceof CreateIndex index ? Optional.of(index.table()) : Optional.empty();
  }
}
