package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a foreign key that checks all existing rows while both tables are locked. */
public final class FkNotValidMissing implements Rule {

  @Override
  public RuleInfo info() {
    return new RuleInfo(
            "fk-not-valid-missing",
            Severity.ERROR,
            "Adding a foreign key without NOT VALID blocks writes to both tables while it checks every row.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN));
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Optional<Finding>> constraints =
        step.alterations(AlterAction.AddConstraint.class)
            .map(
                add ->
                    check(step, add.table(), add.action().constraint(), add.action().span())
                        .map(finding -> finding.fixedBy(fix(step, add.table(), add.action()))));
    Stream<Optional<Finding>> columns =
        step.alterations(AlterAction.AddColumn.class)
            // Without a default every row holds null, which refers to nothing: no row is checked.
            .filter(add -> add.action().column().defaultValue().isPresent())
            .flatMap(
                add ->
                    add.action().column().constraints().stream()
                        .map(c -> check(step, add.table(), c, add.action().span())));
    return Stream.concat(constraints, columns).flatMap(Optional::stream);
  }

  /** Before PostgreSQL 18 a partitioned table takes no key NOT VALID. */
  private static Optional<Fix> fix(Step step, QualifiedName table, AlterAction.AddConstraint add) {
    return step.schema().isPartitioned(table)
        ? Optional.empty()
        : step.append(add.span(), " NOT VALID", "add the foreign key NOT VALID");
  }

  private Optional<Finding> check(
      Step step, QualifiedName table, Constraint constraint, Span span) {
    return constraint instanceof Constraint.ForeignKey key
            && !key.notValid()
            && !step.createdInThisChange(table)
        ? Optional.of(finding(step, table, key, span))
        : Optional.empty();
  }

  private Finding finding(Step step, QualifiedName table, Constraint.ForeignKey key, Span span) {
    String name =
        QualifiedName.quoted(
            key.name().orElse(table.name() + "_" + String.join("_", key.columns()) + "_fkey"));
    String both =
        key.references().equals(table) ? table.toString() : table + " and " + key.references();
    return step.finding(
        this,
        span,
        table,
        "adding %s blocks writes to %s while every row of %s is checked"
            .formatted(name, both, table),
        "SHARE ROW EXCLUSIVE lock on %s: INSERT, UPDATE and DELETE wait; SELECT goes on"
            .formatted(both),
        help(step, table, name));
  }

  private static String help(Step step, QualifiedName table, String name) {
    return step.schema().isPartitioned(table)
        ? "add it NOT VALID and validate it in a later migration (PostgreSQL 18); before 18, do so for each partition first, then the parent's key finds theirs"
        : "add it NOT VALID, and in a later migration write ALTER TABLE %s VALIDATE CONSTRAINT %s;"
            .formatted(table, name);
  }
}
