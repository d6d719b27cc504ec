package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterDomain;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a constraint of a domain that reads every table with a column of it. */
public final class DomainConstraint implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "domain-constraint",
            "A new constraint of a domain reads every table that uses the domain and blocks writes to them.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(AlterDomain.class)
        .filter(alter -> !step.schema().isNewType(alter.name()))
        .flatMap(alter -> check(step, alter).stream());
  }

  private Optional<Finding> check(Step step, AlterDomain alter) {
    return switch (alter.kind()) {
      case ADD_CONSTRAINT ->
          alter.notValid()
              ? Optional.empty()
              : Optional.of(
                  finding(
                          step,
                          alter,
                          "write NOT VALID behind it, and in a later migration ALTER DOMAIN %s VALIDATE CONSTRAINT <name>; which still blocks writes, so run it at a quiet hour"
                              .formatted(alter.name()))
                      .fixedBy(
                          step.append(alter.span(), " NOT VALID", "add the constraint NOT VALID")));
      case SET_NOT_NULL ->
          Optional.of(
              finding(
                  step,
                  alter,
                  "write ALTER DOMAIN %s ADD CHECK (VALUE IS NOT NULL) NOT VALID; instead, and validate it in a later migration at a quiet hour"
                      .formatted(alter.name())));
      case VALIDATE ->
          Optional.of(
              finding(
                      step,
                      alter,
                      "run it at a quiet hour: on a domain, even VALIDATE blocks writes; a check of the table's own would not")
                  .as(Severity.WARNING));
      case OTHER -> Optional.empty();
    };
  }

  private Finding finding(Step step, AlterDomain alter, String help) {
    String tables =
        step.schema().columnsOf(alter.name()).keySet().stream()
            .map(QualifiedName::toString)
            .collect(Collectors.joining(" and "));
    String read = tables.isEmpty() ? "every table with a column of the domain" : tables;
    return step.finding(
        this,
        alter.span(),
        alter.name(),
        "this constraint of the domain %s is checked on every row of %s, and nobody can write to them meanwhile"
            .formatted(alter.name(), read),
        "SHARE lock on %s: INSERT, UPDATE and DELETE wait; SELECT goes on".formatted(read),
        help);
  }
}
