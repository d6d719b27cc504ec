package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a change of type that makes the server rewrite or re-check the table. */
public final class AlterColumnType implements Rule {

  @Override
  public RuleInfo info() {
    return new RuleInfo(
            "alter-column-type",
            Severity.ERROR,
            "Changing a column's type locks out everyone while the table is rewritten or read again.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN, Work.REWRITE, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AlterColumnType.class)
        .filter(change -> !step.createdInThisChange(change.table()))
        .flatMap(change -> check(step, change.table(), change.action()).stream());
  }

  private Optional<Finding> check(
      Step step, QualifiedName table, AlterAction.AlterColumnType change) {
    Optional<DataType> old = step.schema().columnType(table, change.column());
    boolean keepsRows =
        old.filter(type -> TypeChange.keepsRows(type, change.newType())).isPresent()
            && TypeChange.isPlainCast(change);
    if (!keepsRows) {
      return Optional.of(rewrites(step, table, change, old));
    }
    if (change.collation().isPresent()) {
      return Optional.of(collates(step, table, change, change.collation().get()));
    }
    List<String> checks = step.schema().checksOn(table, change.column());
    return checks.isEmpty() || old.equals(Optional.of(change.newType()))
        ? Optional.empty()
        : Optional.of(readsAgain(step, table, change, checks.get(0)));
  }

  private Finding rewrites(
      Step step, QualifiedName table, AlterAction.AlterColumnType change, Optional<DataType> old) {
    String column = table + "." + QualifiedName.quoted(change.column());
    String message =
        old.map(
                type ->
                    "changing %s from %s to %s rewrites %s and its indexes, and nobody can read or write it meanwhile"
                        .formatted(column, type, change.newType(), table))
            .orElseGet(
                () ->
                    "changing %s to %s rewrites %s, unless it only widens the old type, which no migration tells; nobody can read or write it meanwhile"
                        .formatted(column, change.newType(), table));
    return step.finding(
        this,
        change.span(),
        table,
        message,
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "add a column of type %s, fill it with a trigger and in batches, move the readers, and drop %s in a later release"
            .formatted(change.newType(), QualifiedName.quoted(change.column())));
  }

  /** The rows stay as they are, their order does not. */
  private Finding collates(
      Step step, QualifiedName table, AlterAction.AlterColumnType change, String collation) {
    String column = QualifiedName.quoted(change.column());
    return step.finding(
        this,
        change.span(),
        table,
        "giving %s.%s the collation %s rebuilds its indexes, and nobody can read or write %s meanwhile"
            .formatted(table, column, collation, table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "write COLLATE %s in the queries that need it, and build an index on (%s COLLATE %s) CONCURRENTLY"
            .formatted(collation, column, collation));
  }

  /** The rows stay as they are, yet every check on the column is verified anew. */
  private Finding readsAgain(
      Step step, QualifiedName table, AlterAction.AlterColumnType change, String check) {
    String name = QualifiedName.quoted(check);
    return step.finding(
        this,
        change.span(),
        table,
        "widening %s.%s verifies %s on every row of %s, and nobody can read or write it meanwhile"
            .formatted(table, QualifiedName.quoted(change.column()), name, table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "drop %s in the same migration before the change, add it again NOT VALID, and validate it in a later migration: ALTER TABLE %s VALIDATE CONSTRAINT %s;"
            .formatted(name, table, name));
  }
}
