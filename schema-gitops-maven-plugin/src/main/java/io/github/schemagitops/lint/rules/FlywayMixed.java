package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.SetSearchPath;
import io.github.schemagitops.statement.SetVariable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags files that Flyway refuses to run, because half of them cannot run in a transaction. */
public final class FlywayMixed implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "flyway-mixed",
        "Flyway refuses a file in which some statements can run in a transaction and others cannot.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean tolerated = step.execution().mixed() || step.migration().transactionDecided();
    List<Part> before = step.before();
    // Once: where the file stops being all of one kind.
    boolean turns =
        !before.isEmpty()
            && differs(step, before.get(before.size() - 1))
            && before.stream().allMatch(part -> differs(step, part));
    return turns && !tolerated ? Stream.of(finding(step, before.get(0))) : Stream.of();
  }

  private static boolean differs(Step step, Part other) {
    return other.sql().transactional() != step.source().transactional();
  }

  private Finding finding(Step step, Part first) {
    boolean transactional = step.source().transactional();
    return step.finding(
            this,
            step.statement().span(),
            "Flyway refuses this file: this statement %s run in a transaction, and the one in line %d %s"
                .formatted(
                    transactional ? "can" : "cannot",
                    first.sql().line(),
                    transactional ? "cannot" : "can"),
            "nothing runs: the deployment fails before the first statement",
            "put it into a migration of its own; or, if a failure may leave half of the file done, write executeInTransaction=false to %s.conf"
                .formatted(step.migration().fileName()))
        .fixedBy(fix(step));
  }

  /** Settings of the session can be lost: without a transaction nothing else changes. */
  private static Optional<Fix> fix(Step step) {
    boolean harmless =
        step.file().parts().stream()
            .filter(part -> part.sql().transactional())
            .allMatch(
                part ->
                    part.statement() instanceof SetVariable
                        || part.statement() instanceof SetSearchPath);
    return harmless
        ? Optional.of(
            new Fix(
                "run the file without a transaction",
                List.of(),
                List.of(step.withoutTransaction())))
        : Optional.empty();
  }
}
