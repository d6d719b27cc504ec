package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.TransactionControl.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags statements that end the engine's transaction, or leave one open. */
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
        .flatMap(
            control ->
                step.runsInTransaction()
                    ? inEngines(step, control).stream()
                    : inOwn(step, control).stream());
  }

  private Optional<Finding> inEngines(
      Step step, io.github.schemagitops.statement.TransactionControl control) {
    return Optional.ofNullable(HARM.get(control.kind()))
        .map(
            harm ->
                step.finding(
                    this,
                    control.span(),
                    step.insideBlock()
                        ? control.kind() + " in a DO block fails inside the engine's transaction"
                        : harm,
                    "no lock, but no safe way back either",
                    "delete it: the whole file runs in one transaction; to run it without one, write executeInTransaction=false to %s.conf"
                        .formatted(step.migration().fileName())));
  }

  /** Without the engine's transaction, a file may begin its own, when it ends it as well. */
  private Optional<Finding> inOwn(
      Step step, io.github.schemagitops.statement.TransactionControl control) {
    if (control.kind() == Kind.SAVEPOINT || step.insideBlock()) {
      return Optional.empty();
    }
    Optional<Kind> next = kinds(step.after()).findFirst();
    Optional<Kind> last = kinds(step.before()).reduce((earlier, later) -> later);
    if (control.kind() != Kind.BEGIN) {
      return last.equals(Optional.of(Kind.BEGIN)) || control.kind() == Kind.TWO_PHASE
          ? Optional.empty()
          : Optional.of(endsNothing(step, control));
    }
    if (next.isEmpty()) {
      return Optional.of(
          step.finding(
              this,
              control.span(),
              "the transaction that BEGIN starts is never ended: when it is committed, if at all, is left to chance",
              "every lock from here on is kept beyond the end of the file",
              "write COMMIT; at its end"));
    }
    return last.equals(Optional.of(Kind.BEGIN))
        ? Optional.of(
            step.finding(
                this,
                control.span(),
                "BEGIN inside of a transaction does nothing, and the first COMMIT ends both",
                "what stands behind the first COMMIT has no transaction",
                "delete it, or write SAVEPOINT"))
        : Optional.empty();
  }

  private Finding endsNothing(
      Step step, io.github.schemagitops.statement.TransactionControl control) {
    return step.finding(
            this,
            control.span(),
            control.kind() + " ends no transaction: the file has not begun one here",
            "each statement before it is committed on its own",
            "delete it, or write BEGIN; where the transaction starts")
        .as(Severity.WARNING);
  }

  private static Stream<Kind> kinds(List<Part> parts) {
    return parts.stream()
        .filter(part -> !part.nested())
        .map(Part::statement)
        .filter(io.github.schemagitops.statement.TransactionControl.class::isInstance)
        .map(io.github.schemagitops.statement.TransactionControl.class::cast)
        .map(io.github.schemagitops.statement.TransactionControl::kind)
        .filter(kind -> kind != Kind.SAVEPOINT);
  }
}
