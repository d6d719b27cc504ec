package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateDomain;
import java.util.stream.Stream;

/** Flags domains with constraints, which are hard to change once tables use them. */
public final class CreateConstrainedDomain implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "create-constrained-domain",
            "Adding a column of a domain with constraints rewrites the table, and changing them reads every table that uses it.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(CreateDomain.class)
        .filter(CreateDomain::constrained)
        .map(
            domain ->
                step.finding(
                    this,
                    domain.span(),
                    domain.name(),
                    "every later ADD COLUMN of type %s rewrites its table, and changing the constraint reads all tables that use it"
                        .formatted(domain.name()),
                    "no lock now; later an ACCESS EXCLUSIVE lock on a table that gets such a column",
                    "write the plain type, and the check at the table, where it can be added NOT VALID"));
  }
}
