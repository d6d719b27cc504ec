package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.TransactionControl.Kind;
import java.util.Map;
import java.util.stream.Stream;

/** Flags statements that end the transaction in which the engine runs the file. */
public final class TransactionControl implements Rule {

  private static final Map<Kind, String> HARM =
      Map.of(
          Kind.BEGIN,
          "BEGIN does nothing inside the engine's transaction, and the COMMIT that belongs to it ends that one",
          Kind.COMMIT,
          "COMMIT ends the engine's transaction: if the migration fails later, half of it stays",
          Kind.ROLLBACK,
          "ROLLBACK undoes the migration so far, and the history still says that it was applied",
          Kind.TWO_PHASE,
          "a prepared transaction outlives the migration and keeps its locks until someone ends it");

  @Override
  public RuleInfo info() {
    return new RuleInfo(
        "transaction-control",
        Severity.ERROR,
        "BEGIN, COMMIT or ROLLBACK in a migration ends the transaction that would roll it back.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(io.github.schemagitops.statement.TransactionControl.class)
        .filter(control -> step.runsInTransaction())
        .filter(control -> HARM.containsKey(control.kind()))
        .map(control -> finding(step, control));
  }

  private Finding finding(Step step, io.github.schemagitops.statement.TransactionControl control) {
    String message =
        step.insideBlock()
            ? control.kind() + " in a DO block fails inside the engine's transaction"
            : HARM.getOrDefault(control.kind(), "");
    return step.finding(
        this,
        control.span(),
        message,
        "no lock, but no safe way back either",
        "delete it: the whole file runs in one transaction; to run it without one, write executeInTransaction=false to %s.conf"
            .formatted(step.migration().fileName()));
  }
}
