package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flags many rows that are changed while an earlier statement's lock keeps others out. */
public final class DdlAndDmlMixed implements Rule {

  private static final Set<Dml.Kind> WRITING =
      Set.of(Dml.Kind.INSERT, Dml.Kind.UPDATE, Dml.Kind.DELETE, Dml.Kind.MERGE);

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "ddl-and-dml-mixed",
            "Rows are changed in the transaction of an ALTER TABLE, whose lock is held until all of them are done.")
        .toldOnce();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Optional<HeldLock> lock =
        step.held().stream().filter(HeldLock::isStrong).max(Comparator.comparing(HeldLock::blocks));
    return step.statement(Dml.class)
        .filter(dml -> WRITING.contains(dml.kind()) && !step.schema().namesRows(dml))
        .flatMap(
            dml ->
                dml.tables().stream()
                    .filter(table -> !step.createdInThisChange(table))
                    .limit(1)
                    .flatMap(table -> lock.map(held -> finding(step, dml, table, held)).stream()));
  }

  private Finding finding(Step step, Dml dml, QualifiedName table, HeldLock held) {
    String rows = dml.rows() == Dml.Rows.ALL ? "all rows" : "rows";
    String who = held.blocks() == Blocks.EVERYTHING ? "read or write" : "write to";
    Finding finding =
        step.finding(
            this,
            dml.span(),
            table,
            "%s is locked since line %d, and nobody can %s it while %s of %s are changed"
                .formatted(held.table(), held.line(), who, rows, table),
            "the lock on %s is held until the transaction ends, which is after this statement"
                .formatted(held.table()),
            "move this statement to a migration of its own, and change many rows in batches: then the lock is over in a moment");
    // How many rows a condition selects is not known.
    return dml.rows() == Dml.Rows.ALL ? finding : finding.as(Severity.WARNING);
  }
}
